package org.onevisit.housing.host.fault;

import org.onevisit.housing.spi.publicity.Posting;
import org.onevisit.housing.spi.publicity.PublicityOutlet;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;

/** A bundle with the outlet that the pack names, which commits the faults that a test switches on. */
public final class FaultyOutlet implements BundleActivator, PublicityOutlet {
    private final Misbehaviour posting = new Misbehaviour("outlet");
    private ServiceRegistration<PublicityOutlet> registration;

    @Override
    public void start(BundleContext context) {
        posting.hangsIf("BLOCKS_IN_ACTIVATE");
        java.util.Hashtable<String, Object> first = new java.util.Hashtable<>();
        first.put(Constants.SERVICE_RANKING, 7);
        registration = context.registerService(PublicityOutlet.class, this, first);
    }

    @Override
    public void stop(BundleContext context) {
        posting.hangsIf("BLOCKS_IN_DEACTIVATE");
    }

    @Override
    public String code() {
        return posting.is("WRONG_ANSWER") ? null : posting.is("TEN_MEGABYTES") ? "web".repeat(10 << 20) : "web";
    }

    @Override
    public void post(Posting notice) {
        posting.inACall();
        if (posting.is("UNREGISTERS_IN_A_CALL")) {
            registration.unregister();
        }
    }

    @Override
    public void takeDown(String item) {
        posting.inACall();
    }
}
