package org.nepenthe.clinic.consent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nepenthe.care.consent.TeachBack;
import org.nepenthe.care.consent.TeachBackAnswered;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.web.ChangedMeanwhile;

/// The fields of the questions to the patient, from what was chosen to answers.
public final class TeachBackFields {
  private static final String PREFIX = "answer-";

  private TeachBackFields() {}

  /// The name of a question's field.
  public static String name(TeachBack.Question question) {
    return PREFIX + question.key();
  }

  /// What the field sends and shows: the place of an answer, and its words.
  public static Map<String, String> options(TeachBack.Question question) {
    var options = new LinkedHashMap<String, String>();
    var answers = question.answers();
    for (int place = 0; place < answers.size(); place++) {
      options.put(Integer.toString(place), answers.get(place));
    }
    return options;
  }

  /// The answers to questions; a question without one is refused beside its field.
  static List<TeachBackAnswered.Given> read(List<TeachBack.Question> questions, Form form) {
    var given = new ArrayList<TeachBackAnswered.Given>();
    for (var question : questions) {
      var answer = options(question).get(form.value(name(question)));
      if (answer == null) {
        form.refuse(name(question), "Ask this question too.");
      } else {
        given.add(
            new TeachBackAnswered.Given(question.key(), answer, answer.equals(question.right())));
      }
    }
    return given;
  }

  /// The questions that were on the screen are the questions that are answered.
  static void refuseIfOtherQuestions(TeachBack set, Form form, String path) {
    if (!form.value("questions").equals(set.contentHash())) {
      throw new ChangedMeanwhile(
          "The questions to the patient",
          "Version " + set.version() + " is in force now. Ask those.",
          path);
    }
  }
}
