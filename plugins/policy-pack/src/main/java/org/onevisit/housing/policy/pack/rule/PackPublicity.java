package org.onevisit.housing.policy.pack.rule;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Assistance;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.policy.pack.model.Part;
import org.onevisit.housing.spi.publicity.PublicityPolicy;

/** Composes a notice from the masks of the pack. */
final class PackPublicity implements PublicityPolicy {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int SUBDISTRICT_DIGITS = 9;

    private final Part publicity;
    private final Part subdistricts;
    private final Mask name;
    private final Mask number;

    PackPublicity(Part publicity, Part subdistricts) {
        this.publicity = publicity;
        this.subdistricts = subdistricts;
        this.name = Mask.of(publicity.at("masks").at("name"));
        this.number = Mask.of(publicity.at("masks").at("number"));
    }

    @Override
    public DayCount period() {
        return publicity.at("period").days();
    }

    @Override
    public boolean republishAfterObjection() {
        return publicity.flag("republishAfterObjection");
    }

    @Override
    public List<String> outlets() {
        return publicity.texts("outlets");
    }

    @Override
    public List<Line> compose(Application application, Explanation explanation) {
        List<Line> lines = new ArrayList<>();
        Member applicant = application.applicantMember();
        if (!applicant.isMinorOn(application.intake().receivedAt().atZone(CHINA).toLocalDate())) {
            lines.add(new Line("申请人", name.apply(applicant.name())));
            lines.add(new Line("身份证号", number.apply(applicant.identity().number())));
        }
        lines.add(new Line("家庭人数", application.household().size() + " 人"));
        lines.add(new Line("所在街道（镇）", subdistrict(application)));
        lines.add(new Line("保障类别", explanation.judgement().categoryText()));
        lines.add(new Line("保障方式", application.assistance() == Assistance.RENT_SUBSIDY ? "租赁补贴" : "实物配租"));
        return lines;
    }

    private String subdistrict(Application application) {
        Division register = application.applicantMember().register();
        Division place = application.division().contains(register)
                ? register
                : application.household().residence();
        String code = place.code();
        String cut = code.length() > SUBDISTRICT_DIGITS ? code.substring(0, SUBDISTRICT_DIGITS) : code;
        return subdistricts.at(cut).at("text").present() ? subdistricts.at(cut).text("text") : cut;
    }
}
