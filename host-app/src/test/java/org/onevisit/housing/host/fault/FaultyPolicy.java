package org.onevisit.housing.host.fault;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.onevisit.housing.explanation.Evidence;
import org.onevisit.housing.explanation.Judgement;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.policy.EligibilityPolicy;
import org.onevisit.housing.spi.policy.PolicySource;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;

/** A bundle that offers the editions of the healthy source, and judges as a test wants it to. */
public final class FaultyPolicy implements BundleActivator, PolicySource {
    private final Misbehaviour judging = new Misbehaviour("policy");
    private final AtomicBoolean unregistered = new AtomicBoolean();
    private PolicySource healthy;
    private ServiceRegistration<PolicySource> registration;

    @Override
    public void start(BundleContext context) {
        judging.hangsIf("BLOCKS_IN_ACTIVATE");
        healthy = context.getService(context.getServiceReference(PolicySource.class));
        java.util.Hashtable<String, Object> first = new java.util.Hashtable<>();
        first.put(Constants.SERVICE_RANKING, 7);
        registration = context.registerService(PolicySource.class, this, first);
    }

    @Override
    public void stop(BundleContext context) {
        judging.hangsIf("BLOCKS_IN_DEACTIVATE");
    }

    @Override
    public List<Edition> editions() {
        return healthy.editions().stream().map(this::faulty).toList();
    }

    @Override
    public Edition restore(byte[] content) {
        return faulty(healthy.restore(content));
    }

    private Edition faulty(Edition edition) {
        EligibilityPolicy eligibility = evidence -> judge(edition, evidence);
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("eligibility")) {
                return eligibility;
            }
            try {
                return method.invoke(edition, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (Edition)
                Proxy.newProxyInstance(FaultyPolicy.class.getClassLoader(), new Class<?>[] {Edition.class}, handler);
    }

    private Judgement judge(Edition edition, Evidence evidence) {
        judging.inACall();
        if (judging.is("UNREGISTERS_IN_A_CALL") && unregistered.compareAndSet(false, true)) {
            registration.unregister();
        }
        return judging.is("WRONG_ANSWER") ? null : edition.eligibility().judge(evidence);
    }
}
