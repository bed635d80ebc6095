import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.processor.reports.enums.JobEndStatus;

/**
 * Asks veraPDF whether each file keeps PDF/UA-1 and PDF/A-3a.
 *
 * <p>One process for all files, because a Java machine takes longer to start than a paper takes to check. Every line is
 * "verdict, standard, file, words" with tabs between; the caller counts the verdicts, so that silence is never a pass.
 */
public final class Standards {
  private static final List<PDFAFlavour> STANDARDS = List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A);

  /** A broken rule can be broken thousands of times; the first few places are enough to find the cause. */
  private static final int PLACES_A_RULE = 3;

  private Standards() {}

  public static void main(String[] files) {
    // veraPDF logs every oddity of a font; what counts arrives in the result.
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (String file : files) {
      for (PDFAFlavour standard : STANDARDS) {
        report(file, standard);
      }
    }
  }

  private static void report(String file, PDFAFlavour standard) {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), standard);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(standard, PLACES_A_RULE, false, true, false)) {
      ValidationResult result = validator.validate(parser);
      if (result.getJobEndStatus() != JobEndStatus.NORMAL) {
        say("error", standard, file, "stopped early: " + result.getJobEndStatus());
      } else if (result.getTotalAssertions() == 0) {
        say("error", standard, file, "looked at nothing");
      } else if (result.isCompliant()) {
        say("pass", standard, file, result.getTotalAssertions() + " assertions");
      } else {
        broken(result).forEach((rule, words) -> say("fail", standard, file, rule + " " + words));
      }
    } catch (Throwable trouble) {
      // Throwable, because a missing Java binding arrives as NoClassDefFoundError, which is not an Exception.
      say("error", standard, file, trouble.toString());
    }
  }

  /** Each broken rule once, with the first place where it was broken. */
  private static Map<String, String> broken(ValidationResult result) {
    Map<String, String> rules = new LinkedHashMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() == TestAssertion.Status.FAILED) {
        String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
        rules.putIfAbsent(rule, assertion.getMessage() + " [" + assertion.getLocation().getContext() + "]");
      }
    }
    if (rules.isEmpty()) {
      rules.put("?", "refused without naming a rule");
    }
    return rules;
  }

  private static void say(String verdict, PDFAFlavour standard, String file, String words) {
    String flat = words.replaceAll("\\s+", " ");
    System.out.println(String.join("\t", verdict, standard.toString(), file, flat));
  }
}
