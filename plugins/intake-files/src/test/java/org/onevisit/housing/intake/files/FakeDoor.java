package org.onevisit.housing.intake.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Contact;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.model.Intake;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.HousingException.FieldError;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.calendar.Deadline;
import org.onevisit.housing.view.MakeGoodList;
import org.onevisit.housing.view.Receipt;

/**
 * The core's side of handing in: one application for each key, one for each person. It reads no more of a submission than it needs. It
 * can be killed at a call, or be away.
 */
final class FakeDoor {
    final List<String> read = new ArrayList<>();
    final Map<String, Application> applications = new LinkedHashMap<>();
    IntPredicate killBefore = call -> false;
    IntPredicate killAfter = call -> false;
    IntPredicate away = call -> false;
    private int calls;

    /** The process is killed here. */
    static final class Kill extends Error {
        private static final long serialVersionUID = 1L;
    }

    int calls() {
        return calls;
    }

    /** The door itself; whatever a channel may not do throws. */
    ApprovalService service() {
        return (ApprovalService) Proxy.newProxyInstance(
                FakeDoor.class.getClassLoader(),
                new Class<?>[] {ApprovalService.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "readSubmission" -> counted(() -> readSubmission((String) arguments[0]));
                    case "submit" -> counted(() -> submit((Application) arguments[0], (String) arguments[1]));
                    default -> throw new HousingException(ErrorCode.FORBIDDEN, method.getName());
                });
    }

    private <T> T counted(java.util.function.Supplier<T> call) {
        calls++;
        if (killBefore.test(calls)) {
            throw new Kill();
        }
        if (away.test(calls)) {
            throw new HousingException(ErrorCode.STORE_UNAVAILABLE, "the store is away");
        }
        T result = call.get();
        if (killAfter.test(calls)) {
            throw new Kill();
        }
        return result;
    }

    private Application readSubmission(String json) {
        read.add(json);
        JsonNode root = tree(json);
        List<Member> members = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        for (JsonNode member : root.at("/household/members")) {
            String pointer = "/household/members/" + (members.size() + errors.size()) + "/identity/number";
            try {
                members.add(new Member(
                        member.path("id").asText(),
                        member.path("name").asText(),
                        Member.Relation.valueOf(member.path("relation").asText()),
                        ResidentId.parse(member.at("/identity/number").asText()),
                        Division.of("330482001"),
                        Optional.empty(),
                        Member.MaritalStatus.UNSTATED,
                        Optional.empty()));
            } catch (IllegalArgumentException e) {
                errors.add(new FieldError(
                        pointer,
                        ErrorCode.ID_CHECK_DIGIT,
                        "号码有误",
                        "wrong",
                        "更正",
                        "=correct",
                        Optional.empty(),
                        Optional.empty()));
            }
        }
        if (!errors.isEmpty() || members.isEmpty()) {
            throw new HousingException(ErrorCode.MALFORMED_SUBMISSION, "共 " + errors.size() + " 处错误", errors);
        }
        return Application.builder()
                .division(Division.of("330482"))
                .intake(new Intake("intake-files", "x", received(root)))
                .applicant(members.get(0).id())
                .contact(new Contact("13800000000", java.util.Set.of()))
                .household(new Household(Division.of("330482001"), "测试路1号", members))
                .build();
    }

    private static Instant received(JsonNode root) {
        JsonNode at = root.at("/intake/receivedAt");
        return at.isMissingNode()
                ? Instant.EPOCH
                : OffsetDateTime.parse(at.asText()).toInstant();
    }

    private static JsonNode tree(String json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new HousingException(ErrorCode.NOT_JSON, "不是 JSON");
        }
    }

    private Receipt submit(Application application, String key) {
        Application before = applications.putIfAbsent(key, application);
        if (before != null && !before.equals(application)) {
            throw new HousingException(ErrorCode.KEY_REUSED, "Idempotency-Key 已用于另一个请求");
        }
        if (before == null && isClaimed(application, key)) {
            applications.remove(key);
            throw new HousingException(ErrorCode.MEMBER_CLAIMED, "成员 m1 已在另一件申请中，未重复登记");
        }
        int number = List.copyOf(applications.keySet()).indexOf(key) + 1;
        return new Receipt(
                ApplicationNumber.of("330482-20261127-%06d".formatted(number)),
                "RECEIPT-CODE",
                application.intake().receivedAt(),
                Division.of("330482001"),
                Step.RECEIVED,
                1,
                new Deadline(LocalDate.of(2026, 12, 4), false),
                new MakeGoodList(List.of()),
                List.of());
    }

    private boolean isClaimed(Application application, String key) {
        return applications.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(key))
                .flatMap(entry -> entry.getValue().household().members().stream())
                .anyMatch(other -> application.household().members().stream()
                        .anyMatch(member -> member.identity().equals(other.identity())));
    }
}
