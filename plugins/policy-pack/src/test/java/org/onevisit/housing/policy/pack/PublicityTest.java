package org.onevisit.housing.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.publicity.PublicityPolicy.Line;

class PublicityTest {
    private static final Edition PINGHU = Packs.edition("pinghu");

    @Test
    @DisplayName("a notice shows surname, masked number, size, subdistrict, category and form, and no more")
    void notice() {
        Case household = Case.of(3).certificate("DIBAO");

        assertThat(compose(household.application(), household))
                .containsExactly(
                        new Line("申请人", "测*"),
                        new Line("身份证号", "33*************" + lastThree(household.application())),
                        new Line("家庭人数", "3 人"),
                        new Line("所在街道（镇）", "当湖街道"),
                        new Line("保障类别", "低保、特困家庭"),
                        new Line("保障方式", "租赁补贴"));
    }

    @Test
    @DisplayName("nothing of a number but its ends, no name of another member, no street ever comes out")
    void nothingElseComesOut() {
        Case household = Case.of(4);
        String text = compose(household.application(), household).toString();

        household.application().household().members().forEach(member -> assertThat(text)
                .doesNotContain(member.name())
                .doesNotContain(member.identity().number())
                .doesNotContain(member.identity().number().substring(6, 14)));
        assertThat(text).doesNotContain("测试路");
    }

    @Test
    @DisplayName("a minor who applies is not named")
    void minorsAreNotNamed() {
        Case household = Case.of(3);
        Application byChild =
                household.application().toBuilder().applicant("m3").build();

        assertThat(compose(byChild, household)).extracting(Line::label).doesNotContain("申请人", "身份证号");
    }

    @Test
    @DisplayName("a name of one character is hidden whole")
    void shortNamesAreHiddenWhole() {
        Case household = Case.of(1);
        Application application = household.application();
        Member m = application.applicantMember();
        Member renamed = new Member(
                m.id(),
                "甲",
                m.relation(),
                m.identity(),
                m.register(),
                m.registeredSince(),
                m.maritalStatus(),
                m.guardian());
        Application other = application.toBuilder()
                .household(new Household(application.household().residence(), "", List.of(renamed)))
                .build();

        assertThat(compose(other, household)).contains(new Line("申请人", "*"));
    }

    private static List<Line> compose(Application application, Case household) {
        Explanation explanation = new Explanation("pinghu", household.judge(PINGHU), Optional.empty());
        return PINGHU.publicity().compose(application, explanation);
    }

    private static String lastThree(Application application) {
        return application.applicantMember().identity().number().substring(15);
    }
}
