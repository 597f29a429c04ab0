package org.onevisit.housing.host.fault;

import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.spi.intake.IntakeChannel;
import org.onevisit.housing.view.Paper;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;

/** A bundle with the citywide window's channel, which commits the faults that a test switches on. */
public final class FaultyChannel implements BundleActivator, IntakeChannel {
    private final Misbehaviour delivering = new Misbehaviour("channel");
    private final Misbehaviour collecting = new Misbehaviour("handin");
    private ServiceRegistration<IntakeChannel> registration;

    @Override
    public void start(BundleContext context) {
        delivering.hangsIf("BLOCKS_IN_ACTIVATE");
        java.util.Hashtable<String, Object> first = new java.util.Hashtable<>();
        first.put(Constants.SERVICE_RANKING, 7);
        registration = context.registerService(IntakeChannel.class, this, first);
    }

    @Override
    public void stop(BundleContext context) {
        delivering.hangsIf("BLOCKS_IN_DEACTIVATE");
    }

    @Override
    public ChannelProfile profile() {
        return new ChannelProfile("intake-window", "citywide", "全市综合窗口");
    }

    @Override
    public Delivery deliver(Paper paper) {
        delivering.inACall();
        if (delivering.is("UNREGISTERS_IN_A_CALL")) {
            registration.unregister();
        }
        return delivering.is("WRONG_ANSWER") ? null : Delivery.READY;
    }

    @Override
    public void collect(ApprovalService door) {
        String laidIn = System.getProperty("housing.fault.handin.json", "");
        if (laidIn.isEmpty()) {
            return;
        }
        collecting.inACall();
        if (collecting.is("UNREGISTERS_IN_A_CALL")) {
            registration.unregister();
        }
        String json =
                switch (System.getProperty("housing.fault.handin", "")) {
                    case "WRONG_ANSWER" -> laidIn.substring(1);
                    case "TEN_MEGABYTES" -> laidIn.replaceFirst("\\{", "{\"x\":\"" + "x".repeat(10 << 20) + "\",");
                    default -> laidIn;
                };
        String key = Integer.toHexString(laidIn.hashCode());
        System.setProperty(
                "housing.fault.handin.number",
                door.submit(door.readSubmission(json), key).number().toString());
        System.clearProperty("housing.fault.handin.json");
    }
}
