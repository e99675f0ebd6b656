package io.yipiao.gateway.screen;

import io.yipiao.verifier.bill.CatalogueClass;
import io.yipiao.verifier.bill.Category;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An item that made bills charge for. Codes are invented, in the shapes of the catalogue: services
 * 15 digits, western drugs 23 characters, Chinese patent drugs 20.
 *
 * @param fen a usual price
 */
record MadeItem(Category category, String code, String name, String specification, int fen) {
    static final List<MadeItem> DAILY =
            List.of(
                    service(Category.BED, 1, "普通病房床位费（双人间）", 4_500),
                    service(Category.CONSULTATION, 2, "住院诊查费", 2_000),
                    service(Category.NURSING, 3, "Ⅱ级护理", 1_800),
                    service(Category.TREATMENT, 4, "静脉输液", 950),
                    service(Category.TREATMENT, 5, "肌肉注射", 450),
                    service(Category.TREATMENT, 6, "雾化吸入", 1_200));

    static final List<MadeItem> VISIT =
            List.of(
                    service(Category.REGISTRATION, 10, "普通门诊挂号费", 500),
                    service(Category.CONSULTATION, 11, "主治医师门诊诊察费", 1_500));

    static final List<MadeItem> TESTS =
            numbered(
                    Category.LABORATORY,
                    100,
                    800,
                    "血常规",
                    "尿常规",
                    "C反应蛋白测定",
                    "糖化血红蛋白测定",
                    "肝功能七项",
                    "肾功能四项",
                    "血脂四项",
                    "凝血四项",
                    "电解质五项",
                    "甲型流感病毒抗原检测",
                    "肿瘤标志物组合",
                    "血气分析",
                    "乙肝五项",
                    "D-二聚体测定");

    static final List<MadeItem> IMAGING =
            numbered(
                    Category.EXAMINATION,
                    200,
                    6_500,
                    "胸部CT平扫",
                    "腹部彩色多普勒超声",
                    "常规心电图检查",
                    "颅脑磁共振平扫",
                    "电子胃镜检查",
                    "双下肢血管超声",
                    "DR胸片正位");

    static final List<MadeItem> CARE =
            numbered(
                    Category.TREATMENT,
                    300,
                    1_700,
                    "血液透析",
                    "中频脉冲电治疗",
                    "普通针刺",
                    "推拿治疗",
                    "换药（中）",
                    "吸氧",
                    "胃肠减压",
                    "导尿术");

    static final List<MadeItem> MATERIALS =
            numbered(
                    Category.MATERIAL,
                    400,
                    350,
                    "一次性使用静脉留置针",
                    "一次性使用输液器",
                    "一次性注射器 10ml",
                    "透析器",
                    "医用敷料贴",
                    "鼻氧管",
                    "中心静脉导管");

    static final List<MadeItem> DRUGS =
            Stream.concat(
                            drugs(
                                    "XC09AAY%03dA001010100001",
                                    Category.WESTERN_DRUG,
                                    "阿莫西林胶囊",
                                    "头孢呋辛酯片",
                                    "注射用头孢曲松钠",
                                    "左氧氟沙星注射液",
                                    "磷酸奥司他韦胶囊",
                                    "布洛芬缓释胶囊",
                                    "苯磺酸氨氯地平片",
                                    "盐酸二甲双胍缓释片",
                                    "阿托伐他汀钙片",
                                    "硫酸氢氯吡格雷片",
                                    "注射用奥美拉唑钠",
                                    "多西他赛注射液",
                                    "注射用顺铂",
                                    "盐酸昂丹司琼注射液",
                                    "地塞米松磷酸钠注射液",
                                    "0.9%氯化钠注射液",
                                    "5%葡萄糖注射液",
                                    "重组人促红素注射液",
                                    "低分子肝素钙注射液",
                                    "沙丁胺醇气雾剂"),
                            drugs(
                                    "ZA12CAD%03d3010100142",
                                    Category.CHINESE_PATENT_DRUG,
                                    "丹参注射液",
                                    "连花清瘟胶囊",
                                    "复方丹参滴丸",
                                    "小儿豉翘清热颗粒",
                                    "血府逐瘀胶囊"))
                    .toList();

    /** The same drug of another maker or package: what tells drugs apart stays. */
    MadeItem otherPackage(RandomGenerator random) {
        int kept = code.startsWith("X") ? 14 : 11;
        if (category != Category.WESTERN_DRUG && category != Category.CHINESE_PATENT_DRUG) {
            return this;
        }
        String rest = "%09d".formatted(random.nextInt(1_000_000_000));
        return withCode(code.substring(0, kept) + rest.substring(0, code.length() - kept));
    }

    /** The same name under a code that has nothing in common with its own. */
    MadeItem otherCode(RandomGenerator random) {
        return withCode("%s9%09d".formatted(code.substring(0, 1), random.nextInt(1_000_000_000)));
    }

    /** The same item as another typist writes it. */
    MadeItem otherSpelling(RandomGenerator random) {
        String typed =
                switch (random.nextInt(4)) {
                    case 0 -> name.replace('（', '(').replace('）', ')').replace("Ⅱ", "II");
                    case 1 -> name + " ";
                    case 2 -> "【" + name + "】";
                    default -> name.replace("一次性使用", "一次性 使用 ");
                };
        return new MadeItem(category, code, typed.strip(), "盒", fen);
    }

    CatalogueClass catalogueClass() {
        return fen > 5_000 ? CatalogueClass.B : CatalogueClass.A;
    }

    private MadeItem withCode(String other) {
        return new MadeItem(category, other, name, specification, fen);
    }

    private static MadeItem service(Category category, int number, String name, int fen) {
        return new MadeItem(category, "00%04d000010000".formatted(number), name, "次", fen);
    }

    private static List<MadeItem> numbered(Category category, int first, int fen, String... names) {
        return IntStream.range(0, names.length)
                .mapToObj(i -> service(category, first + i, names[i], fen * (i + 2) / 2))
                .toList();
    }

    private static Stream<MadeItem> drugs(String code, Category category, String... names) {
        return IntStream.range(0, names.length)
                .mapToObj(i ->
                        new MadeItem(
                                category, code.formatted(i), names[i], "盒", 380 + i * i * 173));
    }
}
