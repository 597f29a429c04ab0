package org.onevisit.housing.host.demo.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.model.Member.MaritalStatus;
import org.onevisit.housing.model.Member.Relation;

/** Invents the members of one household: one to six people, of ages that fit together. */
final class Family {
    private static final String NAME = "测试";
    private static final List<String> SURNAMES =
            List.of("赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨", "朱", "秦", "许", "何");
    private static final List<String> GIVEN =
            List.of("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸", "子", "丑", "寅", "卯", "辰", "巳");
    /** Nobody turns eighteen while a demo runs. */
    private static final int OLDEST_CHILD = 14;

    private static final int GROWN_UP = 20;

    private final IdNumbers numbers;
    private final Draws draws;
    private final LocalDate today;
    private final Division home;
    private final List<Member> members = new ArrayList<>();
    private final int age;
    private final boolean married;

    Family(IdNumbers numbers, Draws draws, LocalDate today, Division home) {
        this.numbers = numbers;
        this.draws = draws;
        this.today = today;
        this.home = home;
        this.age = draws.between(22, 72);
        this.married = draws.happens(600);
    }

    /** Its members; the applicant first. */
    List<Member> members() {
        add(Relation.SELF, age, married ? MaritalStatus.MARRIED : draws.weighted(single(), 5, 3, 2));
        if (married) {
            add(Relation.SPOUSE, Math.max(GROWN_UP, age + draws.between(-5, 5)), MaritalStatus.MARRIED);
        }
        children();
        parents();
        return List.copyOf(members);
    }

    private static List<MaritalStatus> single() {
        return List.of(MaritalStatus.UNMARRIED, MaritalStatus.DIVORCED, MaritalStatus.WIDOWED);
    }

    private void children() {
        int count = age > 58 ? 0 : draws.weighted(List.of(0, 1, 2), married ? 3 : 7, married ? 5 : 2, married ? 2 : 1);
        for (int i = 0; i < count; i++) {
            boolean grown = age > 45 && draws.happens(500);
            add(Relation.CHILD, grown ? age - 25 : draws.between(0, OLDEST_CHILD), MaritalStatus.UNMARRIED);
        }
    }

    private void parents() {
        int count = age > 60 ? 0 : draws.weighted(List.of(0, 1, 2), 7, 2, 1);
        for (int i = 0; i < count; i++) {
            add(
                    Relation.PARENT,
                    age + draws.between(21, 30),
                    draws.weighted(List.of(MaritalStatus.MARRIED, MaritalStatus.WIDOWED), 3, 2));
        }
    }

    private void add(Relation relation, int years, MaritalStatus status) {
        LocalDate birth = today.minusYears(years).minusDays(draws.between(1, 364));
        String name = NAME + draws.pick(SURNAMES) + draws.pick(GIVEN);
        boolean elsewhere = draws.happens(relation == Relation.SELF ? 40 : 100);
        LocalDate moved = LocalDate.of(draws.between(2005, 2018), draws.between(1, 12), draws.between(1, 28));
        members.add(new Member(
                "m" + (members.size() + 1),
                name,
                relation,
                numbers.issue(birth, draws),
                elsewhere ? Division.of("340826") : home,
                Optional.of(moved.isBefore(birth) ? birth : moved),
                status,
                years <= OLDEST_CHILD ? Optional.of("m1") : Optional.empty()));
    }
}
