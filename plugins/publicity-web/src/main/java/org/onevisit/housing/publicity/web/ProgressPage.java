package org.onevisit.housing.publicity.web;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.view.Progress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Where an application is (办理进展查询): by the code on the receipt and the last four characters of the identity number. Shows
 * no personal data; a wrong code and a wrong number get the same answer.
 */
@Component(service = Servlet.class, property = "osgi.http.whiteboard.servlet.pattern=/progress")
public final class ProgressPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int TOO_MANY_REQUESTS = 429;

    private final transient HousingEngine engine;
    private final transient Allowance byAddress;
    private final transient Allowance byReceipt;
    private final transient Views views = new Views();

    /** A page that asks this engine. */
    @Activate
    public ProgressPage(@Reference HousingEngine engine) {
        this(engine, Ticker.systemTicker());
    }

    ProgressPage(HousingEngine engine, Ticker ticker) {
        this.engine = engine;
        this.byAddress = new Allowance(30, Duration.ofMinutes(1), ticker);
        this.byReceipt = new Allowance(10, Duration.ofHours(1), ticker); // guessing four characters must take years
    }

    /**
     * One of the four stages.
     *
     * @param stage which
     * @param state {@code done, now, ahead} or {@code skipped}
     */
    public record Stop(Stage stage, String state) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, Map.of());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, Object> model = new HashMap<>();
        String receipt = field(request, "receipt").replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        String lastFour = field(request, "lastFour").toUpperCase(Locale.ROOT);
        try {
            if (!byAddress.use(request.getRemoteAddr()) || !byReceipt.use(asPrinted(receipt))) {
                throw new HousingException(ErrorCode.TOO_MANY_REQUESTS, "查询过于频繁");
            }
            Progress progress = engine.publicDesk().progress(receipt, lastFour);
            model.put("progress", progress);
            model.put("sentence", progress.in(Texts.of(request).locale()));
            model.put("track", track(progress.step()));
        } catch (HousingException e) {
            model.put("refusal", refusal(e.code().kind(), response));
        }
        write(request, response, model);
    }

    /** O typed for 0, I and L for 1 are no other receipt. */
    private static String asPrinted(String receipt) {
        return receipt.replace('O', '0').replace('I', '1').replace('L', '1');
    }

    private static String refusal(ErrorCode.Kind kind, HttpServletResponse response) {
        return switch (kind) {
            case TOO_MANY -> {
                response.setStatus(TOO_MANY_REQUESTS);
                yield "progress.tooMany";
            }
            case UNAVAILABLE, INTERNAL -> {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                yield "problem.UNAVAILABLE";
            }
            default -> {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
                yield "progress.unknown";
            }
        };
    }

    private void write(HttpServletRequest request, HttpServletResponse response, Map<String, ?> model)
            throws IOException {
        views.write(request, response, "progress", Texts.of(request).of("title.progress"), model);
    }

    private static List<Stop> track(Step step) {
        return Arrays.stream(Stage.values())
                .map(stage -> new Stop(stage, state(stage, step)))
                .toList();
    }

    private static String state(Stage stage, Step step) {
        if (step.stage().isPresent()) {
            int distance = stage.compareTo(step.stage().get());
            return distance < 0 ? "done" : distance == 0 ? "now" : "ahead";
        }
        boolean decided = step == Step.APPROVED || step == Step.REFUSED;
        return decided ? "done" : "skipped";
    }

    private static String field(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.trim();
    }
}
