package io.yipiao.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Confirmation;
import io.yipiao.verifier.reader.Json;

import java.util.List;

/** What is wanted back of one claim, and how staff close it at either of two gateways. */
record WantedBack(Counter here, Counter there, String number) {

    void repay(long fen) {
        here.settle(Role.CLERK, number, closing("REPAID", "收据 0001").put("fen", fen));
    }

    /** A supervisor asks for it at one gateway, and it counts once Finance has confirmed. */
    void giveUp(long fen, Confirmation finance) throws Exception {
        long open = here.recovery(number).whole("openFen");
        there.settle(Role.SUPERVISOR, number, closing("WRITTEN_OFF", "查无下落").put("fen", fen));
        Await.until("the question to Finance", () -> writeOff().has("digest"));
        assertEquals(open, here.recovery(number).whole("openFen"), "it is given up by nobody yet");
        confirm(finance);
    }

    /** Finance confirms the write-off that was asked for. */
    void confirm(Confirmation finance) throws Exception {
        Await.until("the question to Finance", () -> writeOff().has("digest"));
        finance.confirm(writeOff().text("digest"));
        Await.until("the write-off", () -> writeOff().text("state").equals("CLOSED"));
    }

    private Json.Members writeOff() throws Exception {
        for (Json.Members part : here.recovery(number).items("parts").objects("parts")) {
            if (part.text("kind").equals("WRITTEN_OFF")) {
                return part;
            }
        }
        throw new AssertionError("no write-off");
    }

    /** What is left comes out of the patient's next payment. */
    void setOff() {
        there.settle(Role.CLERK, number, closing("OFFSET", "本人同意"));
    }

    private static Json.Writer closing(String kind, String note) {
        return Json.object().put("kind", kind).put("note", note);
    }

    /** Netted, repaid, written off, set off and still open, in fen, as the other gateway tells. */
    List<Long> sums() throws Exception {
        Json.Members now = there.recovery(number);
        return List.of(
                now.whole("nettedFen"),
                now.whole("repaidFen"),
                now.whole("writtenOffFen"),
                now.whole("offsetFen"),
                now.whole("openFen"));
    }
}
