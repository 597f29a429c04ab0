package org.onevisit.housing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** What holds for every unified social credit code. */
class CreditCodeLawTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Property
    @Label("seventeen characters and their check character are a code; one character changed is always noticed")
    void checkCharacter(
            @ForAll
                    @StringLength(17)
                    @CharRange(from = '0', to = '9')
                    @Chars({
                        'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'Q', 'R', 'T', 'U', 'W',
                        'X', 'Y'
                    })
                    String seventeen,
            @ForAll @IntRange(max = 17) int place,
            @ForAll @IntRange(max = 30) int letter) {
        String code = seventeen + CreditCode.checkCharacter(seventeen);
        assertThat(new CreditCode(code).code()).isEqualTo(code);
        String changed = code.substring(0, place) + ALPHABET.charAt(letter) + code.substring(place + 1);
        if (!changed.equals(code)) {
            assertThatThrownBy(() -> new CreditCode(changed)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
