package org.onevisit.housing.core.engine;

import org.onevisit.housing.spi.publicity.Posting;
import org.onevisit.housing.spi.publicity.PublicityOutlet;

/** A board that has no room. */
final class FakeFullOutlet implements PublicityOutlet {
    @Override
    public String code() {
        return "web";
    }

    @Override
    public void post(Posting posting) {
        throw new IllegalStateException("no room");
    }

    @Override
    public void takeDown(String item) {}
}
