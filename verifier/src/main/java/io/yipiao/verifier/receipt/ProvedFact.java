package io.yipiao.verifier.receipt;

/** What the registry answered: how a bill stands, or that a batch was put on the ledger. */
public sealed interface ProvedFact permits ProvedBill, ProvedBatch {}
