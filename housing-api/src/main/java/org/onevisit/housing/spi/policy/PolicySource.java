package org.onevisit.housing.spi.policy;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Offers editions of county policy.
 *
 * <p><b>Calls.</b> From any thread, often; answer from memory. The core copies {@link Edition#content()} into the store when an
 * application is first judged by it, and asks {@link #restore} for it when the file is gone.
 */
@ConsumerType
public interface PolicySource {
    /** The editions that are installed now. */
    List<Edition> editions();

    /**
     * Brings back an edition from its content.
     *
     * @throws IllegalArgumentException if the content is not of this source's making
     */
    Edition restore(byte[] content);
}
