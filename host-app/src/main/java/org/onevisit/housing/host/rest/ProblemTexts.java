package org.onevisit.housing.host.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ProcessingException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import org.onevisit.housing.process.Blame;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException.FieldError;

/** Puts faults into words, Chinese or English. */
final class ProblemTexts {
    private static final int MOST_ERRORS = 100;
    private static final int MOST_BYTES = 60_000;
    private static final ResourceBundle.Control AS_ASKED =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ObjectMapper mapper = ApiJson.mapper();

    static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("org.onevisit.housing.host.rest.problems", locale, AS_ASKED);
    }

    /** The language that the reader prefers, of the two there are; Chinese when neither is named. */
    static Locale language(List<Locale> acceptable) {
        return acceptable.stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("zh") || language.equals("en"))
                .findFirst()
                .filter("en"::equals)
                .map(english -> Locale.ENGLISH)
                .orElse(Locale.CHINESE);
    }

    /** The language that the sender of this request prefers; Chinese when that cannot be read. */
    static Locale language(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? Locale.CHINESE
                : language(Collections.list(request.getLocales()));
    }

    /** The language that the sender of this request prefers; Chinese when that cannot be read. */
    static Locale language(Supplier<List<Locale>> acceptable) {
        try {
            return language(acceptable.get());
        } catch (ProcessingException e) {
            return Locale.CHINESE;
        }
    }

    /** The last part of a problem's address. */
    static String slug(ErrorCode code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What this kind of problem is called. */
    String title(ErrorCode code, Locale locale) {
        return bundle(locale).getString(code.name() + ".title");
    }

    /** What can be done about this kind of problem. */
    String help(ErrorCode code, Locale locale) {
        return bundle(locale).getString(code.name() + ".help");
    }

    Problem problem(Fault fault, Locale locale) {
        List<Problem.Item> items = fault.errors().stream()
                .limit(MOST_ERRORS)
                .map(error -> item(error, locale))
                .toList();
        Problem whole = problem(fault, locale, items);
        while (size(whole) > MOST_BYTES && !whole.errors().isEmpty()) {
            List<Problem.Item> fewer = whole.errors().subList(0, whole.errors().size() * 3 / 4);
            whole = problem(fault, locale, new ArrayList<>(fewer));
        }
        return whole;
    }

    Problem problem(ProblemMapper.ProtocolFault fault, Locale locale) {
        String key = "HTTP-" + fault.status();
        ResourceBundle texts = bundle(locale);
        return new Problem(
                "about:blank",
                texts.containsKey(key) ? texts.getString(key) : fault.phrase(),
                fault.status(),
                key,
                Blame.CALLER.name(),
                texts.getString("HTTP.help"),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private Problem problem(Fault fault, Locale locale, List<Problem.Item> items) {
        ErrorCode code = fault.code();
        return new Problem(
                "/problems/" + slug(code),
                title(code, locale),
                fault.status(),
                code.code(),
                code.blame().name(),
                detail(fault, locale),
                items,
                items.size() < fault.errors().size() ? Optional.of(true) : Optional.empty(),
                Optional.of(fault.incident()).filter(id -> !id.isEmpty()));
    }

    private String detail(Fault fault, Locale locale) {
        ResourceBundle texts = bundle(locale);
        String counted = fault.code().name() + ".detail";
        if (!fault.errors().isEmpty()) {
            String pattern = texts.getString(texts.containsKey(counted) ? counted : "errors.detail");
            return new MessageFormat(pattern, Locale.ROOT)
                    .format(new Object[] {fault.errors().size()});
        }
        boolean english = locale.equals(Locale.ENGLISH);
        if (english || isChinese(fault.message())) {
            return fault.message();
        }
        return help(fault.code(), locale) + "（" + fault.message() + "）";
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static Problem.Item item(FieldError error, Locale locale) {
        boolean english = locale.equals(Locale.ENGLISH);
        return new Problem.Item(
                error.pointer(),
                error.code().code(),
                error.rule(),
                error.expected(),
                english ? error.messageEn() : error.message(),
                english ? error.cureEn() : error.cure());
    }

    private int size(Problem problem) {
        try {
            return mapper.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8).length;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always JSON", e);
        }
    }
}
