package org.example.registry;

import static org.onevisit.housing.model.FactKey.HOME_COUNT;
import static org.onevisit.housing.model.FactKey.HOME_FLOOR_AREA;
import static org.onevisit.housing.spi.verification.MemberField.NAME;
import static org.onevisit.housing.spi.verification.MemberField.RESIDENT_ID;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.AgencyUnreachableException;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.Pickup;
import org.onevisit.housing.spi.verification.Reply;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The real-estate registry: takes questions as files in one folder, puts its answers into another a day later. */
@Component(configurationPid = "org.example.registry", configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = RegistryCheck.Config.class)
public final class RegistryCheck implements AgencyCheck {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryCheck.class);
    private static final String AGENCY = "real-estate";
    private final RegistryFolder registry;

    @Activate
    public RegistryCheck(Config config) {
        this(new RegistryFolder(Path.of(config.folder())));
    }

    RegistryCheck(RegistryFolder registry) {
        this.registry = registry;
    }

    @Override
    public CheckProfile profile() {
        return CheckProfile.of(AGENCY).supplies(HOME_COUNT, HOME_FLOOR_AREA).needs(NAME, RESIDENT_ID);
    }

    @Override
    public Reply check(Inquiry inquiry) {
        String ticket = inquiry.earlierTicket().orElse(inquiry.id());
        List<String> rows = inquiry.persons().stream()
                .map(person -> String.join(";", person.id(), person.field(NAME), person.field(RESIDENT_ID)))
                .toList();
        try {
            registry.ask(ticket, rows); // the same file when it is asked again
        } catch (IOException e) {
            throw new AgencyUnreachableException(AGENCY, "the folder for questions cannot be written", e);
        }
        return Reply.later(ticket, inquiry.workingDaysFromNow(1)); // the core keeps the ticket
    }

    @Override
    public void collect(Pickup pickup) {
        for (String ticket : pickup.openTickets()) {
            try {
                registry.answer(ticket).ifPresent(finding -> pickup.deliver(ticket, finding));
            } catch (IOException | RuntimeException e) {
                LOG.warn(
                        "the answer to {} was not taken: {}",
                        ticket,
                        e.getClass().getSimpleName()); // and on to the next
            }
        }
    }

    /** What can be set in etc/org.example.registry.json. */
    @ObjectClassDefinition(name = "Agency: real-estate registry")
    public @interface Config {
        @AttributeDefinition(
                description = "Folder that the registry reads and writes; it holds questions/ and answers/")
        String folder();
    }
}
