import Judging
import Reports
import Results
import Training

extension TrainedExperiment {
  /// How large the squared error of each judged example of a claim is, all replicates together.
  func losses(of subject: String) -> DocumentPart {
    let claim = judged(subject)
    let title = "\(experiment.id), \(subject): squared error of each example"
    guard let losses = claim.losses else { return .text("The answers to \(subject) are names: none is far off.") }
    return .picture(DocumentPicture(name(subject, "losses"), title: title, svg: losses.svg(title: title)))
  }

  /// Which true value was answered how, all replicates together.
  func answers(of subject: String) -> DocumentPart {
    guard let map = judged(subject).answerMap else { return .text("No example is in the slice of \(subject).") }
    let title = "\(experiment.id), \(subject): answer by true value"
    return .picture(DocumentPicture(name(subject, "answers"), title: title, svg: map.svg(title: title)))
  }

  /// What is learned from beside what is judged, while training went on.
  func sides(of subject: String) -> DocumentPart {
    let curves = judged(subject).sideCurves
    return picture("\(subject) while training", title: "\(subject), while training") {
      LineChart(curves).svg(title: $0)
    }
  }

  /// The loss of every stage, the mean over replicates with its interval.
  func trainingLoss() -> DocumentPart {
    guard let last = experiment.stages.last, let chart = experiment.lossCurve(of: runs, upTo: last.name)?.chart else {
      return .text("\(experiment.id) has no run.")
    }
    let title = "\(experiment.id): training loss"
    return .picture(DocumentPicture(name("training", "loss"), title: title, svg: chart.svg(title: title)))
  }

  /// What its instrument saw, for a report; empty where it has none, or where no replicate was trained to its end.
  package var pictures: [DocumentPicture] {
    guard !readings.isEmpty, let instrument = experiment.instrumentation?.instrument as? any PicturedInstrument
    else { return [] }
    return instrument.pictures.compactMap { $0.shown([self]).drawn }
  }

  /// Any drawing of the experiment's: a chart, a graph, a maze, a permutation.
  func picture(_ words: String, title: String, svg: (_ title: String) -> String) -> DocumentPart {
    let title = "\(experiment.id), \(title)"
    return .picture(DocumentPicture(name(words, ""), title: title, svg: svg(title)))
  }

  /// The judged examples that were answered worst: what was asked, said and true, and a drawing where the family has one.
  func worstAnswers(of subject: String, _ count: Int = 2) -> [DocumentPart] {
    judged(subject).failures(count).enumerated().flatMap { place, failure in
      let words =
        "Replicate \(failure.seed), example \(failure.index): \(failure.question); true \(failure.truth), "
        + "answered \(failure.answer)."
      guard let drawing = failure.drawing else { return [DocumentPart.text(words)] }
      return [
        .text(words), picture("\(subject) worst \(place + 1)", title: failure.question) { drawing.svg(title: $0) },
      ]
    }
  }

  /// What stands in the id after a word: `answer-query` of `graphs/perturbed-answer-query`.
  func name(after word: String) -> String {
    experiment.id.split(separator: word).last.map(String.init) ?? experiment.id
  }

  func judged(_ subject: String) -> JudgedClaim { judge(experiment.claim(named: subject), baseline: nil) }

  /// Lowercase words with hyphens, without the folder of the id: a document is about one family.
  private func name(_ words: String...) -> String {
    let id = experiment.id.split(separator: "/").last.map(String.init) ?? experiment.id
    let all = ([id] + words).joined(separator: " ").lowercased()
    let safe = all.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    return String(safe).split(separator: "-").joined(separator: "-")
  }
}
