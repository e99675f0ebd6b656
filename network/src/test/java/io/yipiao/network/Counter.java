package io.yipiao.network;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What people do with claims and recoveries at one gateway, over HTTP. */
record Counter(Doors doors) {
    private static final String CLAIMS = "/api/v1/claims";
    private static final String ELSEWHERE = "/api/v1/elsewhere";

    /** The citizen claims a stored bill, under a key of its own. */
    Api.Reply claim(String bill) {
        return claim(bill, key());
    }

    /** The same, or once more what was asked under this key. */
    Api.Reply claim(String bill, String key) {
        return doors.as(Role.CITIZEN).post(CLAIMS, Json.object().put("billId", bill).end(), key);
    }

    /** Claims, and waits until the claim has come to this state. */
    String claimed(String bill, String state) throws Exception {
        String number = claim(bill).expect(201).json().text("number");
        await(number, state);
        return number;
    }

    Json.Members now(String number) {
        return doors.as(Role.CITIZEN).get(CLAIMS + "/" + number).expect(200).json();
    }

    void await(String number, String state) throws Exception {
        Await.until(state + " of claim " + number, () -> now(number).text("state").equals(state));
    }

    Api.Reply decide(Role who, String number, Json.Writer ruling) {
        return doors.as(who).post(CLAIMS + "/" + number + "/decisions", ruling.end());
    }

    /** What is wanted back of a claim, as staff see it. */
    Json.Members recovery(String number) {
        return doors.as(Role.CLERK).get(recoveryOf(number)).expect(200).json();
    }

    /** Closes a part of what is wanted back, or has it set off. */
    Api.Reply settle(Role who, String number, Json.Writer closing) {
        return settle(who, number, closing, key());
    }

    /** The same, or once more what was recorded under this key. */
    Api.Reply settle(Role who, String number, Json.Writer closing, String key) {
        return doors.as(who).post(recoveryOf(number), closing.end(), key).expect(200);
    }

    /** A supervisor takes a stamp back. */
    void revoke(String number, long fen) {
        doors.as(Role.SUPERVISOR)
                .post(
                        CLAIMS + "/" + number + "/revocations",
                        Json.object().put("fen", fen).put("reason", "盖错了").end(),
                        key())
                .expect(200);
    }

    private static String recoveryOf(String number) {
        return CLAIMS + "/" + number + "/recovery";
    }

    /** The citizen files a bill from elsewhere. */
    Api.Reply file(Json.Members filing) {
        return doors.as(Role.CITIZEN).post(ELSEWHERE, filing, key());
    }

    /** The numbers of bills from elsewhere that wait for a clerk. */
    List<String> waiting() throws FieldException {
        Json.Members list = doors.as(Role.CLERK).get(ELSEWHERE).expect(200).json();
        List<String> numbers = new ArrayList<>();
        for (Json.Members filing : list.items("filings").objects("filings")) {
            numbers.add(filing.text("number"));
        }
        return numbers;
    }

    /** The clerk records what he found of one. */
    Json.Members record(String number, Json.Members result) {
        return doors.as(Role.CLERK)
                .post(ELSEWHERE + "/" + number + "/result", result)
                .expect(200)
                .json();
    }

    /** A bill's code, as the hospital prints it. */
    String code(String bill) {
        return doors.as(Role.HOSPITAL)
                .get("/api/v1/bills/" + bill + "/qr?format=text")
                .expect(200)
                .text();
    }

    /** What a stranger is told who scans a code. */
    String verdict(String code) throws FieldException {
        return doors.as(Role.CITIZEN)
                .post("/api/v1/verifications", Json.object().put("qrText", code).end())
                .expect(200)
                .json()
                .text("verdict");
    }

    /** All alarms of a kind, as they are written. */
    List<String> alarms(String kind) throws FieldException {
        return doors
                .as(Role.ADMIN)
                .get("/api/v1/alarms?kind=" + kind)
                .expect(200)
                .json()
                .items("alarms")
                .objects("alarms")
                .stream()
                .map(Jcs::text)
                .toList();
    }

    /** What whoever asks is told of the gateway's health. */
    String ready() {
        return doors.as(Role.ADMIN).get("/health/ready").expect(200).text();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
