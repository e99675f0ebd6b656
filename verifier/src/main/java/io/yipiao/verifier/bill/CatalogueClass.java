package io.yipiao.verifier.bill;

/** How the insurance catalogue, according to the hospital, treats an item. */
public enum CatalogueClass {
    /** 甲: wholly in scope. */
    A,
    /** 乙: in scope after a first own payment. */
    B,
    /** 丙: outside the catalogue, the patient's own. */
    C
}
