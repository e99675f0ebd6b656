package io.yipiao.verifier.bill;

/** The fourteen categories of charges on a fiscal medical bill, with their two-digit codes. */
public enum Category {
    /** 床位费 */
    BED("01"),
    /** 诊察费 */
    CONSULTATION("02"),
    /** 检查费 */
    EXAMINATION("03"),
    /** 化验费 */
    LABORATORY("04"),
    /** 治疗费 */
    TREATMENT("05"),
    /** 手术费 */
    SURGERY("06"),
    /** 护理费 */
    NURSING("07"),
    /** 卫生材料费 */
    MATERIAL("08"),
    /** 西药费 */
    WESTERN_DRUG("09"),
    /** 中药饮片费 */
    HERBAL_PIECES("10"),
    /** 中成药费 */
    CHINESE_PATENT_DRUG("11"),
    /** 一般诊疗费 */
    GENERAL_TREATMENT("12"),
    /** 挂号费 */
    REGISTRATION("13"),
    /** 其他费 */
    OTHER("14");

    private final String code;

    Category(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The category two digits name. */
    public static Category ofCode(String field, String code) throws FieldException {
        for (Category category : values()) {
            if (category.code.equals(code)) {
                return category;
            }
        }
        throw new FieldException(field, "a category, 01 to 14", code);
    }
}
