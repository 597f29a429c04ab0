package org.onevisit.housing.intake.window;

import org.onevisit.housing.spi.intake.IntakeChannel;
import org.onevisit.housing.view.Paper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * A window as an intake channel (受理窗口). Nobody stands at it when a paper comes into being, so it never says that the applicant has
 * it: the paper lies ready, and the application's page at the window offers it to be printed. It keeps nothing, so a paper that comes
 * again changes nothing (I-01).
 */
@Component(configurationPid = WindowChannel.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = WindowChannel.Config.class, factory = true)
public final class WindowChannel implements IntakeChannel {
    /** Under this name a window is configured; one configuration each. */
    static final String PID = "org.onevisit.housing.intake.window";
    /** Code of the channel. */
    static final String CHANNEL = "intake-window";

    private final ChannelProfile profile;

    /** What a window is told. */
    @ObjectClassDefinition(
            name = "Intake: window",
            description = "A window that takes applications; one configuration each")
    @interface Config {
        /** Which window. */
        @AttributeDefinition(description = "Code of the window: lower-case letters, digits, hyphens; 1 to 40")
        String window() default "citywide";

        /** Its name. */
        @AttributeDefinition(description = "Name of the window for people, zh-CN")
        String text() default "全城通办综合窗口";
    }

    /** A window with this configuration; a code of the wrong shape is refused. */
    @Activate
    public WindowChannel(Config config) {
        this(config.window(), config.text());
    }

    WindowChannel(String window, String text) {
        if (!window.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException(PID + ": window has lower-case letters, digits and hyphens, 1 to 40;"
                    + " correct the configuration");
        }
        profile = new ChannelProfile(CHANNEL, window, text);
    }

    @Override
    public ChannelProfile profile() {
        return profile;
    }

    @Override
    public Delivery deliver(Paper paper) {
        return Delivery.READY;
    }
}
