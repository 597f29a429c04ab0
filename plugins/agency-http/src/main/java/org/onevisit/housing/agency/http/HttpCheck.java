package org.onevisit.housing.agency.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.onevisit.housing.agency.http.Transport.Response;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.AgencyUnreachableException;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.InquiryPerson;
import org.onevisit.housing.spi.verification.MemberField;
import org.onevisit.housing.spi.verification.Pickup;
import org.onevisit.housing.spi.verification.Reply;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks an agency that speaks JSON over HTTP: it answers at once (200), promises (202) or refuses. The format stands in the
 * plugin's README.
 *
 * <p>Safe for every thread. Answers that it cannot read are exceptions with blame AGENCY.
 */
@Component(
        service = AgencyCheck.class,
        configurationPid = HttpConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = HttpConfig.class, factory = true)
public final class HttpCheck implements AgencyCheck {
    private static final Logger LOG = LoggerFactory.getLogger(HttpCheck.class);
    private static final List<MemberField> NEVER_TOLD = List.of(MemberField.NAME, MemberField.RESIDENT_ID);

    private final CheckProfile profile;
    private final Transport transport;
    private final WireFormat format;
    private final boolean polls;

    /** Started by the framework. */
    @Activate
    public HttpCheck(HttpConfig config) {
        this(
                Settings.profile(config),
                new Transport(Settings.profile(config), Settings.url(config), Settings.secret(config)),
                config.polls());
    }

    /** A check of this kind over that transport. */
    HttpCheck(CheckProfile profile, Transport transport, boolean polls) {
        this.profile = profile;
        this.transport = transport;
        this.format = new WireFormat(profile);
        this.polls = polls;
    }

    @Override
    public CheckProfile profile() {
        return profile;
    }

    @Override
    public Reply check(Inquiry inquiry) {
        Response response = transport.post(format.write(inquiry), inquiry.id());
        return switch (response.status()) {
            case 200 -> Reply.now(fitting(inquiry, format.readFinding(response.body())));
            case 202 -> fitting(inquiry, format.readPromise(response.body()));
            default -> throw transport.unreachable("answered with HTTP status " + response.status());
        };
    }

    @Override
    public void collect(Pickup pickup) {
        if (!polls) {
            return;
        }
        for (String ticket : pickup.openTickets()) {
            try {
                fetch(ticket).ifPresent(finding -> pickup.deliver(ticket, finding));
            } catch (AgencyUnreachableException e) {
                LOG.info("check {}: fetching answers ends early, {}", profile.check(), e.getMessage());
                return;
            } catch (HousingException e) {
                LOG.warn("check {}: an answer that was promised was not taken: {}", profile.check(), e.getMessage());
            }
        }
    }

    private Optional<Finding> fetch(String ticket) {
        Response response = transport.get(ticket);
        return switch (response.status()) {
            case 200 -> Optional.of(format.readFinding(response.body()));
            case 204, 404 -> Optional.empty();
            default -> throw transport.unreachable("answered with HTTP status " + response.status());
        };
    }

    private Reply fitting(Inquiry inquiry, Reply reply) {
        if (reply instanceof Reply.Later later) {
            tellsNobody(inquiry, later.ticket(), "/ticket");
            if (later.expectedBy().isBefore(inquiry.askedOn())) {
                throw format.wrong("/expectedBy", "a day that is not past");
            }
        }
        return reply;
    }

    private Finding fitting(Inquiry inquiry, Finding finding) {
        Set<String> asked = inquiry.persons().stream().map(InquiryPerson::id).collect(Collectors.toSet());
        asked.add(Finding.HOUSEHOLD);
        if (!asked.containsAll(finding.answers().keySet())) {
            throw format.wrong("/answers", "answers about " + asked + " only");
        }
        for (Map.Entry<String, Answer> entry : finding.answers().entrySet()) {
            String place = "/answers/" + entry.getKey();
            LocalDate asOf = inquiry.askedOn();
            if (entry.getValue() instanceof Answer.Facts facts) {
                asOf = facts.asOf();
            } else if (entry.getValue() instanceof Answer.NothingOnRecord nothing) {
                asOf = nothing.asOf();
            } else if (entry.getValue() instanceof Answer.CannotAnswer cannot) {
                tellsNobody(inquiry, cannot.reason(), place + "/cannotAnswer");
            }
            if (asOf.isAfter(inquiry.askedOn())) {
                throw format.wrong(place, "a day that is not to come");
            }
        }
        return finding;
    }

    private void tellsNobody(Inquiry inquiry, String text, String place) {
        for (InquiryPerson person : inquiry.persons()) {
            for (MemberField field : NEVER_TOLD) {
                if (profile.needs().contains(field) && text.contains(person.field(field))) {
                    throw format.wrong(place, "a text without a name or an identity number");
                }
            }
        }
    }
}
