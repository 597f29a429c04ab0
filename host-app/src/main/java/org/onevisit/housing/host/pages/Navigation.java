package org.onevisit.housing.host.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Role;

/** Which pages are offered to whom. What is not offered is refused by the core anyway. */
final class Navigation {
    private Navigation() {}

    /**
     * A link of the navigation.
     *
     * @param href where to
     * @param key key of its text
     * @param current is the page under it the one that is shown?
     */
    public record Link(String href, String key, boolean current) {}

    /** The links for this actor, on the page with this path. */
    static List<Link> links(Optional<Actor> actor, String path) {
        List<String> pages = new ArrayList<>();
        pages.add("/");
        actor.map(Actor::role).map(Navigation::desk).filter(p -> !p.isEmpty()).ifPresent(pages::add);
        if (actor.map(Actor::role).filter(Navigation::readsDossiers).isPresent()) {
            pages.add("/applications");
        }
        pages.add("/publicity");
        pages.add("/progress");
        return pages.stream()
                .map(page -> new Link(page, "nav." + page.substring(1), isUnder(path, page)))
                .toList();
    }

    /** The page where a role works; empty where there is none. */
    static String desk(Role role) {
        return switch (role) {
            case WINDOW_CLERK -> "/window";
            case AGENCY_OFFICER -> "/worklist";
            case SUBDISTRICT_REVIEWER -> "/review";
            case PANEL_MEMBER, PANEL_CHAIR -> "/panel";
            case SUPERVISOR -> "/supervision";
            case OPERATOR -> "/operator";
            case APPLICANT, PUBLICITY_EDITOR, CHANNEL -> "";
        };
    }

    /** Has this role a use for the list of applications? */
    static boolean readsDossiers(Role role) {
        return switch (role) {
            case WINDOW_CLERK, SUBDISTRICT_REVIEWER, PANEL_MEMBER, PANEL_CHAIR, SUPERVISOR -> true;
            case APPLICANT, AGENCY_OFFICER, OPERATOR, PUBLICITY_EDITOR, CHANNEL -> false;
        };
    }

    private static boolean isUnder(String path, String page) {
        return path.equals(page) || (!page.equals("/") && path.startsWith(page + "/"));
    }
}
