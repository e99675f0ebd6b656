package io.yipiao.verifier.cli;

import io.yipiao.verifier.qr.PictureException;
import io.yipiao.verifier.verdict.Language;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/** The command, and the one place where its faults are caught. */
@Command(
        name = "yipiao-verify",
        mixinStandardHelpOptions = true,
        version = "yipiao-verify 0.1",
        description = {
            "一票：票据的密钥、签名、二维码和查验，不用联网。",
            "Yipiao: keys, seals, QR codes and checks of bills, offline."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:good",
            "1:not good: a bad verdict, a difference, a receipt that proves nothing, a breach",
            "2:the call or its input cannot be used",
            "3:a fault of this program"
        })
public final class YipiaoVerify {
    private final Console console;

    private YipiaoVerify(Console console) {
        this.console = console;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        int exit =
                run(
                        arguments,
                        System.in,
                        new FileOutputStream(FileDescriptor.out),
                        new FileOutputStream(FileDescriptor.err),
                        System.getenv(),
                        Clock.systemUTC());
        System.exit(exit);
    }

    /** Runs the command within a program. */
    static int run(
            String[] arguments,
            InputStream in,
            OutputStream out,
            OutputStream err,
            Map<String, String> environment,
            Clock clock) {
        Console console = new Console(in, out, err, Console.languageOf(environment));
        CommandLine line = new CommandLine(new YipiaoVerify(console));
        SecureRandom random = new SecureRandom();
        line.addSubcommand(new KeyCommand(console, clock, random))
                .addSubcommand(new SealCommand(console))
                .addSubcommand(new QrCommand(console))
                .addSubcommand(new DecodeCommand(console))
                .addSubcommand(new InspectCommand(console))
                .addSubcommand(new VerifyCommand(console, clock))
                .addSubcommand(new CompareCommand(console, clock))
                .addSubcommand(new ReceiptCommand(console))
                .addSubcommand(new AuditCommand(console))
                .addSubcommand(new ListCommand(console, clock))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new AlterationsCommand(console, clock, random));
        return line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(false)
                .setExecutionExceptionHandler((fault, command, parsed) -> report(fault, console))
                .execute(arguments);
    }

    @Option(
            names = "--language",
            scope = ScopeType.INHERIT,
            paramLabel = "zh|en",
            description = "说中文还是英文，缺省看环境变量 LANG。 The language; by LANG unless given.")
    void language(String wanted) {
        console.speak(
                switch (wanted) {
                    case "zh" -> Language.CHINESE;
                    case "en" -> Language.ENGLISH;
                    default -> throw new IllegalArgumentException("zh or en, not " + wanted);
                });
    }

    private static int report(Exception fault, Console console) {
        if (fault instanceof InputException unusable) {
            console.note(unusable.sentence().chinese(), unusable.sentence().english());
            return Exit.UNUSABLE;
        }
        if (fault instanceof PictureException unread) {
            console.note(unread.fault().chinese(), unread.fault().english());
            return Exit.BAD;
        }
        console.note(
                "程序出了故障，请把这一行报给维护人员：" + fault,
                "this program failed; please report this line to its maintainers: " + fault);
        return Exit.FAULT;
    }
}
