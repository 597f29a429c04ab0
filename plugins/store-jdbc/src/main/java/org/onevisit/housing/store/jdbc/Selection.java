package org.onevisit.housing.store.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.onevisit.housing.spi.store.StoreQuery;

/**
 * The statement for a query. It walks the narrowest index: limits that are over, else awards, else steps, else what waits, else
 * the place. Each award or step is a branch of its own that comes in the order of numbers and stops at the limit, so a million
 * finished applications cost nothing beside the few that are asked for.
 */
public final class Selection {
    private static final int COUNTY_DIGITS = 6;
    private static final int TOWN_DIGITS = 9;

    private final StringBuilder sql = new StringBuilder("SELECT application.* FROM (");
    private final List<Object> values = new ArrayList<>();
    private final StoreQuery query;
    private final Dialect dialect;
    private final String place;
    private String joint = "";

    /** The statement for this query, in this dialect. */
    public Selection(StoreQuery query, Dialect dialect) {
        this.query = query;
        this.dialect = dialect;
        this.place = query.within().code().length() == COUNTY_DIGITS ? "county" : "town";
        addBranches();
        add(" ORDER BY number LIMIT ?) AS chosen", query.limit());
        add(" CROSS JOIN application WHERE application.id = chosen.id ORDER BY chosen.number");
    }

    /** Its text. */
    public String sql() {
        return sql.toString();
    }

    /** What is bound to its marks. */
    public Object[] values() {
        return values.toArray();
    }

    private void addBranches() {
        if (query.overdueAt().isPresent()) {
            addBranch("deadline", query.steps(), query.awards());
        } else if (!query.awards().isEmpty() && !query.awards().contains("")) {
            query.awards().forEach(award -> addBranch(place + "_award", query.steps(), Set.of(award)));
        } else if (query.steps().isEmpty() && query.agency().isPresent()) {
            addBranch("waiting", query.steps(), query.awards());
        } else if (query.steps().isEmpty()) {
            addBranch(place, query.steps(), query.awards());
        } else {
            query.steps().forEach(step -> addBranch(place + "_step", Set.of(step), query.awards()));
        }
    }

    private void addBranch(String index, Set<String> steps, Set<String> awards) {
        add(joint + "SELECT id, number FROM (SELECT id, number FROM application"
                + dialect.walking("application_" + index));
        joint = " UNION ALL ";
        addPlace();
        addAnyOf("step", steps);
        addAnyOf("award", awards);
        if (index.endsWith("award")) {
            add(" AND award <> ''"); // the condition of the partial index
        }
        query.overdueAt().ifPresent(at -> add(" AND deadline_at BETWEEN ? AND ?", Long.MIN_VALUE, Moments.bound(at)));
        query.agency()
                .ifPresent(agency -> add(" AND waiting <> '' AND " + dialect.holds("waiting"), Rows.wanted(agency)));
        query.after().ifPresent(after -> add(" AND number > ?", after.value()));
        // what is overdue is found by its limit and then sorted: no index of numbers is walked in search of it
        add(" ORDER BY " + (query.overdueAt().isPresent() ? "number || ''" : "number"));
        add(" LIMIT ?) AS branch", query.limit());
    }

    private void addPlace() {
        String code = query.within().code();
        add(" WHERE " + place + " = ?", code.length() > TOWN_DIGITS ? code.substring(0, TOWN_DIGITS) : code);
        if (code.length() > TOWN_DIGITS) {
            add(" AND subdistrict = ?", code);
        }
    }

    private void addAnyOf(String column, Set<String> wanted) {
        if (!wanted.isEmpty()) {
            String marks = String.join(", ", Collections.nCopies(wanted.size(), "?"));
            add(" AND " + column + (wanted.size() == 1 ? " = ?" : " IN (" + marks + ")"), wanted.toArray());
        }
    }

    private void add(String text, Object... bound) {
        sql.append(text);
        values.addAll(List.of(bound));
    }
}
