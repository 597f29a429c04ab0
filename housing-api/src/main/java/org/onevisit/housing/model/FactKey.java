package org.onevisit.housing.model;

import static java.util.Objects.requireNonNull;
import static org.onevisit.housing.model.FactKey.Subject.HOUSEHOLD;
import static org.onevisit.housing.model.FactKey.Subject.PERSON;
import static org.onevisit.housing.model.FactType.AREA;
import static org.onevisit.housing.model.FactType.CODE;
import static org.onevisit.housing.model.FactType.COUNT;
import static org.onevisit.housing.model.FactType.DATE;
import static org.onevisit.housing.model.FactType.FLAG;
import static org.onevisit.housing.model.FactType.MONEY;
import static org.onevisit.housing.model.FactType.MONTHS;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The name of something an agency can know: what it means, its type and unit, and whether it is about a person or the
 * household.
 *
 * <p>The catalogue is closed, so that packs and plugins of different makers mean the same thing; {@code docs/facts.md} lists
 * it. A county's own key begins with {@code x-<division>.} and is made by {@link #ownKey}. Which agency answers what follows
 * the notice of 2018 and the division of data among agencies in the field.
 */
public final class FactKey {
    private static final Map<String, FactKey> CATALOGUE = new LinkedHashMap<>();

    /** 公安: is the person alive? */
    public static final FactKey PERSON_ALIVE = key("person.alive", "生存状态", FLAG, PERSON);
    /** 公安: since when is the household register in the county? */
    public static final FactKey REGISTER_SINCE = key("person.registerSince", "本市户籍起始日", DATE, PERSON);
    /** 公安: number of the division in which the person is registered. */
    public static final FactKey REGISTER_DIVISION = key("person.registerDivision", "户籍所在区划", CODE, PERSON);
    /** 公安: since when does a residence permit run? */
    public static final FactKey RESIDENCE_PERMIT_SINCE = key("person.residencePermitSince", "居住证起始日", DATE, PERSON);
    /** 公安: vehicles registered. */
    public static final FactKey VEHICLE_COUNT = key("vehicle.count", "名下车辆数", COUNT, PERSON);
    /** 公安: purchase value of the vehicles. */
    public static final FactKey VEHICLE_VALUE = key("vehicle.value", "名下车辆购置价", MONEY, PERSON);
    /** 民政: marital status, GB/T 2261.2 code. */
    public static final FactKey MARITAL_STATUS = key("person.maritalStatus", "婚姻状况", CODE, PERSON);
    /** 民政: certificate of the household: TEKUN, DIBAO, DIBAO_EDGE, LOW_INCOME or NONE. */
    public static final FactKey ASSISTANCE_CERTIFICATE =
            key("household.assistanceCertificate", "社会救助认定类别", CODE, HOUSEHOLD);
    /** 民政: since when does the certificate run? */
    public static final FactKey ASSISTANCE_SINCE = key("household.assistanceSince", "社会救助认定起始日", DATE, HOUSEHOLD);
    /** 财政: pay from public funds in the previous calendar year. */
    public static final FactKey PUBLIC_SALARY_YEAR = key("income.publicSalaryYear", "上年财政供养收入", MONEY, PERSON);
    /** 财政: is another housing subsidy being paid? */
    public static final FactKey HOUSING_SUBSIDY_PAID = key("subsidy.housingPaid", "已领取住房补贴", FLAG, PERSON);
    /** 人社: wages of the previous calendar year by contribution base. */
    public static final FactKey WAGE_YEAR = key("income.wageYear", "上年工资收入", MONEY, PERSON);
    /** 人社: pension of the previous calendar year. */
    public static final FactKey PENSION_YEAR = key("income.pensionYear", "上年养老金", MONEY, PERSON);
    /** 人社: months insured in the county, to the day of the answer. */
    public static final FactKey INSURED_MONTHS = key("insurance.months", "社会保险缴费月数", MONTHS, PERSON);
    /** 人社: last day of the labour contract. */
    public static final FactKey CONTRACT_UNTIL = key("employment.contractUntil", "劳动合同到期日", DATE, PERSON);
    /** 人社: day of graduation. */
    public static final FactKey GRADUATED_ON = key("education.graduatedOn", "毕业日期", DATE, PERSON);
    /** 人社: degree, title or skill that the county recognises: NONE or a code. */
    public static final FactKey QUALIFICATION = key("education.qualification", "学历职称技能", CODE, PERSON);
    /** 统计: disposable income per head that the county published for the previous year. */
    public static final FactKey DISPOSABLE_INCOME_STATISTIC =
            key("statistic.disposableIncome", "上年人均可支配收入统计值", MONEY, HOUSEHOLD);
    /** 市场监管: income from own business in the previous calendar year. */
    public static final FactKey BUSINESS_INCOME_YEAR = key("income.businessYear", "上年经营收入", MONEY, PERSON);
    /** 市场监管: paid-in share of companies. */
    public static final FactKey COMPANY_SHARES = key("asset.companyShares", "企业出资额", MONEY, PERSON);
    /** 税务: income taxed in the previous calendar year. */
    public static final FactKey TAXED_INCOME_YEAR = key("income.taxedYear", "上年纳税申报收入", MONEY, PERSON);
    /** 公积金: balance of the housing provident fund. */
    public static final FactKey PROVIDENT_FUND_BALANCE = key("asset.providentFund", "公积金余额", MONEY, PERSON);
    /** 银行: deposits. */
    public static final FactKey BANK_BALANCE = key("asset.bankBalance", "银行存款余额", MONEY, PERSON);
    /** 银行: securities and policies. */
    public static final FactKey SECURITIES_VALUE = key("asset.securities", "有价证券市值", MONEY, PERSON);
    /** 不动产登记: homes owned. */
    public static final FactKey HOME_COUNT = key("home.count", "名下住房套数", COUNT, PERSON);
    /** 不动产登记: building area of the homes owned. */
    public static final FactKey HOME_FLOOR_AREA = key("home.floorArea", "名下住房建筑面积", AREA, PERSON);
    /** 不动产登记: day on which a home was last given away. */
    public static final FactKey HOME_TRANSFERRED_ON = key("home.transferredOn", "最近转让住房日期", DATE, PERSON);
    /** 房管: homes bought by a contract not yet registered. */
    public static final FactKey HOME_SIGNED_CONTRACTS = key("home.signedContracts", "网签未登记住房套数", COUNT, PERSON);
    /** 房管: is the person in another housing-security programme? */
    public static final FactKey OTHER_HOUSING_SECURITY = key("home.otherHousingSecurity", "正享受其他住房保障", FLAG, PERSON);
    /** 房管: monthly rent of the registered lease. */
    public static final FactKey RENT_MONTHLY = key("lease.rentMonthly", "备案月租金", MONEY, HOUSEHOLD);
    /** 征收: compensation for an expropriated home. */
    public static final FactKey EXPROPRIATION_COMPENSATION = key("expropriation.compensation", "征收补偿金额", MONEY, PERSON);
    /** 征收: settlement homes due. */
    public static final FactKey SETTLEMENT_HOMES = key("expropriation.settlementHomes", "征收安置住房套数", COUNT, PERSON);

    private final String name;
    private final String chinese;
    private final FactType type;
    private final Subject subject;

    private FactKey(String name, String chinese, FactType type, Subject subject) {
        this.name = name;
        this.chinese = chinese;
        this.type = type;
        this.subject = subject;
    }

    /** Whom a fact is about. */
    public enum Subject {
        /** One member; per-capita figures are computed by the pack, never delivered. */
        PERSON,
        /** The household as a whole. */
        HOUSEHOLD
    }

    private static FactKey key(String name, String chinese, FactType type, Subject subject) {
        FactKey key = new FactKey(name, chinese, type, subject);
        CATALOGUE.put(name, key);
        return key;
    }

    /** The closed catalogue, in its order. */
    public static List<FactKey> catalogue() {
        return Collections.unmodifiableList(List.copyOf(CATALOGUE.values()));
    }

    /** The key with this name, if the catalogue has it. */
    public static Optional<FactKey> named(String name) {
        return Optional.ofNullable(CATALOGUE.get(requireNonNull(name, "name")));
    }

    /**
     * A county's own key, named {@code x-<division>.<word>}.
     *
     * @throws IllegalArgumentException if {@code word} is not a lower-camel word
     */
    public static FactKey ownKey(Division division, String word, String chinese, FactType type, Subject subject) {
        if (!word.matches("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)*")) {
            throw new IllegalArgumentException("a fact is named in lower camel words joined by dots");
        }
        return new FactKey(
                "x-" + division.code() + "." + word,
                requireNonNull(chinese),
                requireNonNull(type),
                requireNonNull(subject));
    }

    /** The name, for example {@code home.floorArea}. */
    public String name() {
        return name;
    }

    /** What an official calls it. */
    public String chinese() {
        return chinese;
    }

    /** The type of its value, which also fixes the unit. */
    public FactType type() {
        return type;
    }

    /** About a person or the household. */
    public Subject subject() {
        return subject;
    }

    /** Two keys are the same when name, type and subject are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof FactKey that && name.equals(that.name) && type == that.type && subject == that.subject;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
