package org.onevisit.housing.host.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.onevisit.housing.host.Durability;
import org.onevisit.housing.host.demo.report.Report;
import org.onevisit.housing.host.demo.report.ReportTable;
import org.onevisit.housing.host.demo.run.Settings;
import org.onevisit.housing.host.demo.run.Tempo;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code ./housing demo}: 0 when everything holds, 1 when something does not, 2 for wrong usage. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Lets invented households go through everything at a virtual pace, and checks the run.")
@SuppressWarnings("NullAway.Init") // the fields are filled by picocli
public final class DemoCommand implements Callable<Integer> {
    private static final int MOST_HOUSEHOLDS = 99_999;
    private static final int MOST_MONTHS = 120;
    private static final int SHOWN = 20;

    @Spec
    private CommandSpec spec;

    @Option(names = "--county", defaultValue = "pinghu", description = "name of the county's pack; ${DEFAULT-VALUE}")
    private String county;

    @Option(names = "--households", defaultValue = "200", description = "how many come; ${DEFAULT-VALUE}")
    private int households;

    @Option(names = "--seed", defaultValue = "7", description = "of all choices; ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--months", defaultValue = "3", description = "how long it runs, from 2025-01-02; ${DEFAULT-VALUE}")
    private int months;

    @Option(
            names = "--agencies",
            defaultValue = "mixed",
            converter = TempoName.class,
            description = "mixed or prompt; ${DEFAULT-VALUE}")
    private Tempo tempo;

    @Option(names = "--durable", description = "every step survives a power cut, as in service")
    private boolean durable;

    @Option(names = "--json", description = "prints one JSON object")
    private boolean json;

    /** How the tempo is written. */
    static final class TempoName implements ITypeConverter<Tempo> {
        @Override
        public Tempo convert(String text) {
            for (Tempo tempo : Tempo.values()) {
                if (tempo.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return tempo;
                }
            }
            throw new TypeConversionException("expected mixed or prompt");
        }
    }

    /** Only what goes wrong is logged, to standard error; to be called before anything logs. */
    private static void quieten() {
        System.getProperties().putIfAbsent("logback.configurationFile", "housing-demo-logback.xml");
    }

    @Override
    public Integer call() throws JsonProcessingException {
        Settings settings = settings();
        quieten();
        Report report = run(new Demo(settings, durable ? Durability.FULL : Durability.OFF), settings);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(report.json()));
            out.flush();
        } else {
            new ReportTable(out).print(report);
        }
        PrintWriter err = spec.commandLine().getErr();
        report.violations().stream().limit(SHOWN).forEach(line -> err.println("VIOLATED " + line));
        err.flush();
        return report.holds() ? 0 : 1;
    }

    private Settings settings() {
        require(households >= 1 && households <= MOST_HOUSEHOLDS, "--households is 1 to " + MOST_HOUSEHOLDS);
        require(months >= 1 && months <= MOST_MONTHS, "--months is 1 to " + MOST_MONTHS);
        return new Settings(county, households, seed, months, tempo);
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), rule);
        }
    }

    private Report run(Demo demo, Settings settings) {
        try {
            if (json || !Ansi.AUTO.enabled()) {
                return demo.run(day -> {});
            }
            long days = ChronoUnit.DAYS.between(Settings.FIRST_DAY, settings.end());
            try (ProgressBar bar = new ProgressBar("virtual days", days)) {
                return demo.run(day -> bar.step());
            }
        } catch (HousingException e) {
            if (e.code() == ErrorCode.SITE_NOT_READY) {
                throw new ParameterException(
                        spec.commandLine(), "county " + county + " cannot be opened: " + e.getMessage(), e);
            }
            throw e;
        }
    }
}
