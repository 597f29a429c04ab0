package org.onevisit.housing.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onevisit.housing.explanation.Met.MET;
import static org.onevisit.housing.explanation.Met.NOT_MET;
import static org.onevisit.housing.explanation.Met.UNKNOWN;
import static org.onevisit.housing.model.FactKey.ASSISTANCE_CERTIFICATE;
import static org.onevisit.housing.model.FactKey.HOME_COUNT;
import static org.onevisit.housing.model.FactKey.REGISTER_SINCE;
import static org.onevisit.housing.model.FactKey.RENT_MONTHLY;
import static org.onevisit.housing.model.FactKey.WAGE_YEAR;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.explanation.Judgement;
import org.onevisit.housing.model.Assistance;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.spi.policy.Edition;

class CategoriesTest {
    private static final Edition PINGHU = Packs.edition("pinghu");
    private static final Edition HANGZHOU = Packs.edition("hangzhou-2019");
    private static final Edition CHONGQING = Packs.edition("chongqing-yuzhong-2021");

    @Test
    @DisplayName("the first category that recognises the household is its own")
    void firstThatRecognises() {
        assertThat(Case.of(2).certificate("DIBAO").judge(PINGHU).category()).isEqualTo("DIBAO");
        assertThat(Case.of(2).certificate("LOW_INCOME").judge(PINGHU).category())
                .isEqualTo("LOW_INCOME");
        assertThat(Case.of(2).judge(PINGHU).category()).isEqualTo("LOWER_MIDDLE");
    }

    @Test
    @DisplayName("a certificate settles the income, whatever wages say")
    void certificateSettlesIncome() {
        Case rich = Case.of(1).member("m1", WAGE_YEAR, Money.yuan(200_000));

        assertThat(rich.judge(PINGHU).overall()).isEqualTo(NOT_MET);
        assertThat(rich.certificate("DIBAO").judge(PINGHU).overall()).isEqualTo(MET);
    }

    @Test
    @DisplayName("no certificate on record is no certificate; no answer is an unknown category")
    void nothingOnRecordIsNoCertificate() {
        Case none = Case.of(1).nothing(Household.SUBJECT, ASSISTANCE_CERTIFICATE);
        assertThat(none.judge(PINGHU).category()).isEqualTo("LOWER_MIDDLE");

        Judgement silent = Case.of(1)
                .unknown(Household.SUBJECT, ASSISTANCE_CERTIFICATE, "民政：逾期未答复")
                .judge(PINGHU);
        assertThat(silent.category()).isEqualTo("UNKNOWN");
        assertThat(silent.categoryText()).startsWith("类别待定（低保、特困家庭或");
        assertThat(silent.overall()).isEqualTo(UNKNOWN);
        assertThat(silent.criteria().get(0).facts()).anySatisfy(fact -> {
            assertThat(fact.fact()).isEqualTo("household.assistanceCertificate");
            assertThat(fact.gap()).contains("民政：逾期未答复");
        });
    }

    @Test
    @DisplayName("over the line with an unknown certificate is not refused: it might settle the income")
    void notRefusedWhileACategoryCouldGrant() {
        Case rich = Case.of(1)
                .member("m1", WAGE_YEAR, Money.yuan(200_000))
                .unknown(Household.SUBJECT, ASSISTANCE_CERTIFICATE, "民政：逾期未答复");

        assertThat(rich.judge(PINGHU).overall()).isEqualTo(UNKNOWN);
        assertThat(rich.calculate(PINGHU).monthly()).isEmpty();
    }

    @Test
    @DisplayName("refused when every category that it could be refuses it")
    void refusedWhenEachCategoryRefuses() {
        Case owner =
                Case.of(1).member("m1", HOME_COUNT, 1).unknown(Household.SUBJECT, ASSISTANCE_CERTIFICATE, "民政：逾期未答复");

        assertThat(owner.judge(HANGZHOU).overall()).isEqualTo(NOT_MET);
    }

    @Test
    @DisplayName("a household of no category is refused with what was looked at")
    void noCategory() {
        Judgement judgement = Case.of(2).judge(CHONGQING);

        assertThat(judgement.category()).isEqualTo("NONE");
        assertThat(judgement.overall()).isEqualTo(NOT_MET);
        assertThat(judgement.criteria()).singleElement().satisfies(c -> assertThat(c.facts())
                .hasSize(1));
    }

    @Test
    @DisplayName("nothing on record that proves nothing stays unknown, and says so")
    void nothingOnRecordMayProveNothing() {
        Case newcomer = Case.of(1).nothing("m1", REGISTER_SINCE);

        assertThat(newcomer.criterion(PINGHU, "register").met()).isEqualTo(UNKNOWN);
        assertThat(newcomer.criterion(PINGHU, "register").facts())
                .singleElement()
                .satisfies(f -> assertThat(f.gap()).contains("查无记录，不足以证明没有"));
        assertThat(newcomer.criterion(HANGZHOU, "register").met()).isEqualTo(NOT_MET);
        assertThat(newcomer.criterion(HANGZHOU, "register").comparison()).isEqualTo("无 ≥ 5 年");
    }

    @Test
    @DisplayName("what was never asked is unknown, not met and not refused")
    void neverAsked() {
        Case silent = Case.of(1);
        silent.state("m1", HOME_COUNT, new org.onevisit.housing.explanation.FactState.Unknown("", "未核查"));

        assertThat(silent.criterion(HANGZHOU, "noHome").met()).isEqualTo(UNKNOWN);
        assertThat(silent.criterion(HANGZHOU, "noHome").comparison()).isEqualTo("1 人中 0 人符合，1 人未知");
    }

    @Test
    @DisplayName("who applies for a home is judged, and no money computed")
    void aHomeHasNoAmount() {
        Case household = Case.of(3)
                .certificate("DIBAO")
                .wanting(Assistance.PUBLIC_RENTAL_UNIT)
                .unknown(Household.SUBJECT, RENT_MONTHLY, "房管：逾期未答复");

        assertThat(household.judge(CHONGQING).overall()).isEqualTo(MET);
        assertThat(household.calculate(CHONGQING).monthly()).isEmpty();
        assertThat(household.calculate(CHONGQING).steps()).isEmpty();
    }
}
