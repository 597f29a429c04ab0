package org.onevisit.housing.agency.files;

import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.model.Fact;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.FactType;

/** Reads a cell as a fact: the number alone in the unit of the catalogue. A unit written beside it is refused, never guessed. */
final class FactCell {
    private static final Map<FactType, String> SHAPES = Map.of(
            FactType.MONEY, "-?\\d{1,12}(\\.\\d{1,2})?",
            FactType.AREA, "\\d{1,7}(\\.\\d{1,2})?",
            FactType.COUNT, "\\d{1,6}",
            FactType.MONTHS, "\\d{1,4}",
            FactType.FLAG, "true|false|是|否",
            FactType.DATE, ".{6,40}",
            FactType.CODE, "[\\p{L}\\p{N}_.-]{1,40}");

    private FactCell() {}

    /** The fact; empty when the cell is no value of its type. */
    static Optional<Fact> read(FactKey key, String cell, Days days) {
        String shape = SHAPES.getOrDefault(key.type(), "");
        if (!cell.matches(shape)) {
            return Optional.empty();
        }
        if (key.type() == FactType.DATE) {
            return days.read(cell).map(day -> Fact.of(key, day));
        }
        try {
            return Optional.of(Fact.parse(key, cell.equals("是") ? "true" : cell.equals("否") ? "false" : cell));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
