package org.nepenthe.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.nepenthe.care.chart.Vocabulary;

/// Reads a FHIR R4 Bundle as an export writes it: one patient, and facts about that patient.
///
/// Either everything can be used and is read, or the bundle is refused with every fault beside its
/// place. There is no half: a chart that lacks the one faulty allergy looks like a chart without.
public final class BundleReader {
  /// The largest file taken, in bytes.
  public static final long MAXIMUM_BYTES = 40L * 1024 * 1024;

  private static final int BYTES_PER_MEGABYTE = 1024 * 1024;

  private final Vocabulary vocabulary;
  private final Units units = new Units();

  public BundleReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// @throws IOException where the source itself cannot be read; what is wrong with its content is
  ///     a refusal
  public BundleReading read(BundleSource source, Receipt receipt) throws IOException {
    var problems = new Problems();
    var survey = new BundleSurvey(problems);
    if (!walk(source, survey::see, survey, problems)) {
      return problems.refused();
    }
    var contents = new BundleContents(survey, receipt, vocabulary, units, problems);
    if (!problems.none() || !walk(source, contents::take, survey, problems)) {
      return problems.refused();
    }
    return contents.reading();
  }

  /// False where the file has a fault, which is then noted.
  private static boolean walk(
      BundleSource source,
      Consumer<BundleStream.Entry> visitor,
      BundleSurvey survey,
      Problems problems)
      throws IOException {
    try (var in = new Bounded(source.open())) {
      survey.frame(BundleStream.walk(in, visitor));
    } catch (TooLarge _) {
      problems.add(
          "the whole file",
          "the file is larger than " + MAXIMUM_BYTES / BYTES_PER_MEGABYTE + " MB",
          "Export fewer kinds of resource: claims, documents and images are not needed here.");
    } catch (BundleStream.NotJson notJson) {
      problems.add(
          notJson.where(),
          "this is not JSON: " + notJson.getMessage(),
          "Choose the file with the FHIR Bundle in JSON, whole and unpacked.");
    } catch (JsonProcessingException unreadable) {
      problems.add(
          "the whole file",
          "the JSON cannot be read: " + unreadable.getOriginalMessage(),
          "Export the bundle again.");
    }
    return problems.none();
  }

  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;
  }

  /// Ends the reading at the limit instead of trusting a length somebody stated.
  private static final class Bounded extends FilterInputStream {
    private long left = MAXIMUM_BYTES;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int some = super.read(buffer, offset, length);
      count(Math.max(some, 0));
      return some;
    }

    private void count(int bytes) throws TooLarge {
      left -= bytes;
      if (left < 0) {
        throw new TooLarge();
      }
    }
  }
}
