import Data
import Training

/// What another program answered, by replicate: an answer to each of a split's first examples. Read from JSON Lines, an
/// object a line in any order: `{"index":0,"prediction":3.2}`, or `{"index":0,"path":[[0,1],[0,0]]}` for mazes, with
/// `"seed":1` where there are several replicates, and with `"split":"..."` where the writer wants it checked.
package struct Predictions: Sendable, Hashable {
  package struct Replicate: Sendable, Hashable {
    package let seed: Int
    /// By index.
    package let answers: [PredictedAnswer]
  }

  /// By replicate.
  package let replicates: [Replicate]
  /// How many examples each of them answered.
  package let count: Int
  /// Whether the lines told replicates apart.
  package let areSeedsGiven: Bool

  /// Reads a whole file: all of it or nothing.
  ///
  /// - Parameters:
  ///   - examples: the split that was asked.
  ///   - count: how many examples were asked; nil: as many as were answered.
  package init(jsonLines bytes: [UInt8], file: String, of examples: Examples, count: Int?) throws(JSONLinesError) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let form = examples.answerForm
    var gathering = Gathering(file: file, examples, form, count: count)
    for (place, line) in lines.enumerated() {
      try gathering.add(try PredictionLine(Array(line), form, file: file, line: place + 1))
    }
    replicates = try gathering.replicates()
    self.count = replicates[0].answers.count
    areSeedsGiven = gathering.areSeedsGiven
  }
}

/// The lines read so far.
private struct Gathering {
  let file: String
  let examples: Examples
  let form: PredictedAnswer.Form
  let count: Int?
  private var answers: [Int: [Int: (answer: PredictedAnswer, line: Int)]] = [:]
  private(set) var areSeedsGiven = false
  private var lineCount = 0

  init(file: String, _ examples: Examples, _ form: PredictedAnswer.Form, count: Int?) {
    (self.file, self.examples, self.form, self.count) = (file, examples, form, count)
  }

  private func problem(_ line: Int?, _ field: String?, _ problem: String, _ mend: String) -> JSONLinesError {
    JSONLinesError(file: file, line: line, field: field, problem: problem, mend: mend)
  }

  private func mend(ofSplit asked: String) -> String {
    asked == examples.formerName
      ? "It is called \(examples.name) now: write that, or leave the field out."
      : "Score the split that was asked, or ask the model the examples of \(examples.name)."
  }

  mutating func add(_ line: PredictionLine) throws(JSONLinesError) {
    if let asked = line.split, asked != examples.name {
      throw problem(
        line.line, "split", "\"\(asked)\" is not the split \"\(examples.name)\" that is scored.", mend(ofSplit: asked))
    }
    if lineCount == 0 { areSeedsGiven = line.seed != nil }
    guard areSeedsGiven == (line.seed != nil) else {
      throw problem(
        line.line, "seed", areSeedsGiven ? "it is missing, and line 1 has it." : "it is there, and line 1 has none.",
        "Give every line the seed of its replicate, or none of them.")
    }
    lineCount += 1
    if let count, line.index >= count {
      throw problem(
        line.line, "index", "\(line.index) is not among the \(count) examples 0...\(count - 1).",
        "Score as many as were exported: --count and --seed are those of genbench export.")
    }
    let seed = line.seed ?? 0
    if let before = answers[seed, default: [:]].updateValue((line.answer, line.line), forKey: line.index) {
      throw problem(
        line.line, "index", "\(line.index) was answered on line \(before.line) already\(of(seed)).",
        "Give one prediction an example and replicate; \"seed\" tells replicates apart.")
    }
  }

  private func of(_ seed: Int) -> String { areSeedsGiven ? " for seed \(seed)" : "" }

  /// Every one of them with a prediction for each example.
  func replicates() throws(JSONLinesError) -> [Predictions.Replicate] {
    guard !answers.isEmpty else {
      throw problem(nil, nil, "it has no line.", "Write a line for each example: \(form.sample).")
    }
    let expected = count ?? answers.values.map(\.count).max()!
    var replicates: [Predictions.Replicate] = []
    for seed in answers.keys.sorted() {
      let answers = answers[seed]!
      var values: [PredictedAnswer] = []
      for index in 0..<expected {
        guard let answer = answers[index] else {
          throw problem(
            nil, "index",
            "\(index) is missing\(of(seed)): \(answers.count) predictions are there, \(expected) are due.",
            "Ask the model all examples 0...\(expected - 1), and check that the file was written to its end.")
        }
        values.append(answer.answer)
      }
      // Without a count, an index beyond all others leaves a hole where it should have been, found above.
      replicates.append(Predictions.Replicate(seed: seed, answers: values))
    }
    return replicates
  }
}
