package io.yipiao.verifier.audit;

/** What is wrong with a ledger. */
public enum BreachKind {
    /** The file ends within a block, holds other bytes, or is not what its manifest says. */
    FILE("文件残缺"),
    /** A block does not have the number that follows. */
    ORDER("块序错乱"),
    /** A block does not name the hash of the one before. */
    CHAIN("链断裂"),
    /** A block's data is not what its header says. */
    DATA("块内容被改"),
    /** Too few orderers signed a block. */
    ORDERERS("排序签名不足"),
    /** The channel's configuration is not what the auditor holds, or changed without leave. */
    CONFIGURATION("通道配置"),
    /** The endorsement that a definition or the channel asks for is less than it must be. */
    POLICY("背书策略"),
    /** A peer's flag says otherwise than the transaction itself. */
    FLAG("有效标志不符"),
    /** A batch is not what its leaves make, or its seal does not verify. */
    BATCH("批次不符"),
    /** More is taken of a bill than may be, or twice for one class. */
    SUM("超额或重复"),
    /** A share moved where it may not. */
    MOVE("份额变动不合规"),
    /** A value on the ledger does not read. */
    RECORD("账本记录读不懂"),
    /** Another organisation's ledger says otherwise. */
    FORK("两家账本不同");

    private final String chinese;

    BreachKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
