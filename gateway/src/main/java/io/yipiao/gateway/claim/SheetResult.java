package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Sheet;
import io.yipiao.gateway.benefit.SheetForm;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.fingerprint.Salt;
import io.yipiao.verifier.reader.Json;

/**
 * A sheet and what the ledger is told of it: SM3("yipiao/result/1" ‖ salt 16 ‖ JCS(sheet)). The
 * salt is random, since a sheet's amounts could be guessed.
 */
record SheetResult(Sheet sheet, Salt salt) {

    Digest digest() {
        return new Sm3("yipiao/result/1").add(salt.bytes()).add(Jcs.bytes(json())).digest();
    }

    Json.Members json() {
        return SheetForm.write(sheet);
    }
}
