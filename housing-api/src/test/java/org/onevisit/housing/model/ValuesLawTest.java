package org.onevisit.housing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.StringLength;

/** What holds for every amount, area, day count and division. */
class ValuesLawTest {
    @Property
    @Label("money is read as it is written, to the fen")
    void moneyRoundTrip(@ForAll long fen) {
        Money money = new Money(fen);
        assertThat(Money.yuan(new BigDecimal(money.toString()))).isEqualTo(money);
        assertThat(money.toString()).matches("-?\\d+\\.\\d\\d");
    }

    @Property
    @Label("money adds up and takes away exactly")
    void moneyAdds(
            @ForAll @LongRange(min = -1L << 60, max = 1L << 60) long a,
            @ForAll @LongRange(min = -1L << 60, max = 1L << 60) long b) {
        assertThat(new Money(a).plus(new Money(b)).minus(new Money(b))).isEqualTo(new Money(a));
        assertThat(new Money(a).compareTo(new Money(b))).isEqualTo(Long.compare(a, b));
    }

    @Property
    @Label("a floor area is read as it is written; a trailing zero makes no difference")
    void areaRoundTrip(@ForAll @BigRange(min = "0", max = "99999999") @Scale(2) BigDecimal area) {
        FloorArea read = new FloorArea(area);
        assertThat(FloorArea.of(read.toString())).isEqualTo(read);
        assertThat(new FloorArea(area.stripTrailingZeros())).isEqualTo(read).hasSameHashCodeAs(read);
        assertThat(read.plus(FloorArea.of("0.01"))).isGreaterThan(read);
    }

    @Property
    @Label("a day count keeps its number and unit")
    void dayCounts(@ForAll @IntRange(max = 1_000_000) int days, @ForAll @IntRange(max = 1000) int more) {
        assertThat(DayCount.working(days)).isNotEqualTo(DayCount.calendar(days));
        assertThat(DayCount.working(days).plus(more)).isEqualTo(DayCount.working(days + more));
        assertThatThrownBy(() -> DayCount.calendar(-1 - days)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    @Label("a division is read as it is written, and lies in its county")
    void divisions(
            @ForAll @NumericChars @StringLength(6) String county,
            @ForAll @NumericChars @StringLength(3) String town,
            @ForAll @NumericChars @StringLength(3) String village) {
        Division whole = Division.of(county);
        Division part = Division.of(county + town);
        Division smallest = Division.of(county + town + village);
        assertThat(Division.of(smallest.toString())).isEqualTo(smallest);
        assertThat(smallest.county()).isEqualTo(part.county()).isEqualTo(whole).isEqualTo(whole.county());
        assertThat(whole.contains(part) && part.contains(smallest) && whole.contains(whole))
                .isTrue();
        assertThat(smallest.contains(part) || part.contains(whole)).isFalse();
    }
}
