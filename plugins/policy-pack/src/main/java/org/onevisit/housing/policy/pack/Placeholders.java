package org.onevisit.housing.policy.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.policy.pack.model.Part;

/** Finds what in a pack has no official source, and says so in zh-CN. */
final class Placeholders {
    private static final ResourceBundle NAMES =
            ResourceBundle.getBundle("org.onevisit.housing.policy.pack.Placeholders");

    private final List<String> found = new ArrayList<>();

    private Placeholders() {}

    /** Every figure without a source, in the order of the pack. */
    static List<String> of(Part pack) {
        Placeholders placeholders = new Placeholders();
        placeholders.days(pack.at("limits"), "limits");
        pack.at("checks").each().values().forEach(placeholders::check);
        pack.at("pauses").each().values().forEach(placeholders::pause);
        placeholders.rule(pack.at("panel"), "panel");
        placeholders.rule(pack.at("reviewOfficers"), "reviewOfficers");
        placeholders.rule(pack.at("recheckRounds"), "recheckRounds");
        placeholders.rule(pack.at("archiveYears"), "archiveYears");
        pack.at("figures").each().values().forEach(placeholders::figure);
        pack.at("tables").each().values().forEach(placeholders::table);
        placeholders.rule(pack.at("heads"), "heads");
        placeholders.rule(pack.at("assistance").at("rounding"), "rounding");
        placeholders.days(pack.at("publicity"), "publicity");
        placeholders.days(pack.at("review"), "review");
        placeholders.rule(pack.at("review"), "review");
        return List.copyOf(placeholders.found);
    }

    private void days(Part part, String prefix) {
        part.each().forEach((key, value) -> {
            boolean isDays = value.node().has("working") || value.node().has("calendar");
            if (isDays && value.placeholder()) {
                add(name(prefix + "." + key) + "：" + text(value.days()));
            }
        });
    }

    private void check(Part part) {
        boolean placeholder =
                part.at("limit").placeholder() || part.at("freshFor").placeholder();
        if (placeholder) {
            add(name("check")
                    .formatted(
                            part.text("text"),
                            text(part.at("limit").days()),
                            text(part.at("freshFor").days()),
                            name("silence." + part.text("silence"))));
        }
    }

    private void pause(Part part) {
        if (part.at("longest").placeholder()) {
            add(name("pause")
                    .formatted(part.text("text"), text(part.at("longest").days())));
        }
    }

    private void figure(Part part) {
        if (part.placeholder()) {
            add(part.text("text") + "：" + part.decimal().toPlainString() + unit(part));
        }
    }

    private void table(Part part) {
        if (part.at("rows").items().stream().anyMatch(Part::placeholder)) {
            add(part.text("text") + unit(part));
        }
    }

    private void rule(Part part, String key) {
        if (part.present() && part.placeholder()) {
            add(name(key));
        }
    }

    private static String unit(Part part) {
        return part.at("unit").present() ? " " + part.text("unit") : "";
    }

    private static String text(DayCount days) {
        return days.days() + " " + name(days.unit().name());
    }

    private void add(String what) {
        found.add(what + name("note"));
    }

    private static String name(String key) {
        try {
            return NAMES.getString(key);
        } catch (MissingResourceException e) {
            return key;
        }
    }
}
