package org.onevisit.housing.host.fault;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.onevisit.housing.explanation.Calculation;
import org.onevisit.housing.explanation.Evidence;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.explanation.Judgement;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.spi.policy.AssistancePolicy;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.policy.EligibilityPolicy;
import org.onevisit.housing.spi.policy.PolicySource;
import org.onevisit.housing.spi.publicity.PublicityPolicy;
import org.onevisit.housing.spi.review.AnnualReviewPolicy;
import org.onevisit.housing.spi.review.ReviewResult;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;

/** A bundle that offers the editions of the healthy source, and judges as a test wants it to. */
public final class FaultyPolicy implements BundleActivator, PolicySource {
    private final Misbehaviour judging = new Misbehaviour("policy");
    private final Misbehaviour assisting = new Misbehaviour("assistance");
    private final Misbehaviour showing = new Misbehaviour("publicity");
    private final Misbehaviour reviewing = new Misbehaviour("review");
    private final AtomicBoolean unregistered = new AtomicBoolean();
    private PolicySource healthy;
    private ServiceRegistration<PolicySource> registration;

    @Override
    public void start(BundleContext context) throws InvalidSyntaxException {
        judging.hangsIf("BLOCKS_IN_ACTIVATE");
        healthy = context.getService(context.getServiceReferences(PolicySource.class, "(!(service.ranking=7))")
                .iterator()
                .next());
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
        return wrapped(
                Edition.class,
                edition,
                Map.of(
                        "eligibility",
                        given -> (EligibilityPolicy) evidence -> judge(edition, evidence),
                        "assistance",
                        given -> (AssistancePolicy) (evidence, judgement) -> calculate(edition, evidence, judgement),
                        "publicity",
                        given -> wrapped(
                                PublicityPolicy.class,
                                edition.publicity(),
                                Map.of("compose", arguments -> compose(edition, arguments))),
                        "review",
                        given -> wrapped(
                                AnnualReviewPolicy.class,
                                edition.review(),
                                Map.of("judge", arguments -> review(edition, arguments)))));
    }

    private static <T> T wrapped(Class<T> type, T healthy, Map<String, Function<Object[], Object>> instead) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Function<Object[], Object> own = instead.get(method.getName());
            if (own != null) {
                return own.apply(arguments);
            }
            try {
                return method.invoke(healthy, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(FaultyPolicy.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Judgement judge(Edition edition, Evidence evidence) {
        called(judging);
        Judgement judgement = edition.eligibility().judge(evidence);
        return judging.is("WRONG_ANSWER") ? null : judging.is("TEN_MEGABYTES") ? longer(judgement) : judgement;
    }

    private void called(Misbehaviour part) {
        part.inACall();
        if (part.is("UNREGISTERS_IN_A_CALL") && unregistered.compareAndSet(false, true)) {
            registration.unregister();
        }
    }

    private static Judgement longer(Judgement judgement) {
        return new Judgement(judgement.category(), "x".repeat(10 << 20), judgement.criteria());
    }

    private Calculation calculate(Edition edition, Evidence evidence, Judgement judgement) {
        called(assisting);
        Calculation sum = edition.assistance().calculate(evidence, judgement);
        Calculation.Step step = new Calculation.Step("x".repeat(10 << 20), "", "");
        return assisting.is("WRONG_ANSWER")
                ? null
                : assisting.is("TEN_MEGABYTES")
                        ? new Calculation(sum.monthly(), List.of(step), sum.facts(), sum.placeholder())
                        : sum;
    }

    private Object compose(Edition edition, Object[] arguments) {
        called(showing);
        if (showing.is("WRONG_ANSWER")) {
            return null;
        }
        return showing.is("TEN_MEGABYTES")
                ? List.of(new PublicityPolicy.Line("x", "x".repeat(10 << 20)))
                : edition.publicity().compose((Application) arguments[0], (Explanation) arguments[1]);
    }

    @SuppressWarnings("unchecked")
    private Object review(Edition edition, Object[] arguments) {
        called(reviewing);
        ReviewResult result = edition.review().judge((Evidence) arguments[0], (Optional<Money>) arguments[1]);
        if (reviewing.is("WRONG_ANSWER")) {
            return null;
        }
        Explanation why = result.explanation();
        return reviewing.is("TEN_MEGABYTES")
                ? new ReviewResult(
                        result.outcome(),
                        result.monthly(),
                        result.from(),
                        new Explanation(why.edition(), longer(why.judgement()), why.calculation()))
                : result;
    }
}
