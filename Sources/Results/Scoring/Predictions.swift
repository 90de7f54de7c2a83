import Data
import Storage
import Training

/// What another program answered, by replicate: an answer to each of a split's first examples. Read from JSON Lines, an
/// object a line in any order: `{"index":0,"prediction":3.2}`, or `{"index":0,"path":[[0,1],[0,0]]}` for mazes, with
/// `"seed":1` where there are several replicates, and with `"split":"..."` where the writer wants it checked; or the same
/// as comma-separated text. What `genbench run --predictions` wrote is read too.
package struct Predictions: Sendable, Hashable {
  package struct Replicate: Sendable, Hashable {
    package let seed: Int
    /// By index.
    package let answers: [PredictedAnswer]
  }

  /// By replicate.
  package let replicates: [Replicate]
  /// Which examples each of them answered.
  package let indices: Range<Int>
  /// Whether the lines told replicates apart.
  package let areSeedsGiven: Bool
  /// Whose run wrote them, so that its replicates' own questions were asked; nil for another program's.
  package let experiment: String?

  init(replicates: [Replicate], indices: Range<Int>, areSeedsGiven: Bool, experiment: String?) {
    (self.replicates, self.indices, self.areSeedsGiven) = (replicates, indices, areSeedsGiven)
    self.experiment = experiment
  }

  /// How many examples each of them answered.
  package var count: Int { indices.count }

  /// Reads a whole file: all of it or nothing.
  ///
  /// - Parameters:
  ///   - examples: the split that was asked.
  ///   - stage: of a file that a run wrote, after which stage; nil where it has one alone.
  ///   - first: the index of the first example that was asked. A file may count from it, as the export does, or from 0.
  ///   - count: how many examples were asked; nil: as many as were answered.
  package init(
    jsonLines bytes: [UInt8], file: String, of examples: Examples, after stage: String? = nil, from first: Int = 0,
    count: Int?
  ) throws(JSONLinesError) {
    let form = examples.answerForm
    var answers = try AnswerRows(bytes, file: file, of: examples)
    experiment = try answers.select(examples, after: stage)
    var lines: [PredictionLine] = []
    for row in answers.rows { lines.append(try PredictionLine(row.members, form, file: file, line: row.line)) }
    var gathering = Gathering(lines, file: file, examples, form, from: first, count: count)
    for line in lines { try gathering.add(line) }
    replicates = try gathering.replicates()
    indices = first..<first + replicates[0].answers.count
    areSeedsGiven = gathering.areSeedsGiven
  }
}

/// The lines read so far.
private struct Gathering {
  let file: String
  let examples: Examples
  let form: PredictedAnswer.Form
  /// The index that the file has for the first example.
  let first: Int
  let count: Int?
  /// Whether every line has the seed of its replicate; else none has.
  let areSeedsGiven: Bool
  private var answers: [Int: [Int: (answer: PredictedAnswer, line: Int)]] = [:]

  init(
    _ lines: [PredictionLine], file: String, _ examples: Examples, _ form: PredictedAnswer.Form, from first: Int,
    count: Int?
  ) {
    (self.file, self.examples, self.form, self.count) = (file, examples, form, count)
    // No example before the first was asked: whoever names one counts from 0.
    self.first = lines.contains { $0.index < first } ? 0 : first
    areSeedsGiven = lines.first?.seed != nil
  }

  private func problem(_ line: Int?, _ field: String?, _ problem: String, _ mend: String) -> JSONLinesError {
    JSONLinesError(file: file.printable, line: line, field: field, problem: problem.printable, mend: mend)
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
    guard areSeedsGiven == (line.seed != nil) else {
      throw problem(
        line.line, "seed", areSeedsGiven ? "it is missing, and line 1 has it." : "it is there, and line 1 has none.",
        "Give every line the seed of its replicate, or none of them.")
    }
    if let count, line.index - first >= count {
      throw problem(
        line.line, "index", "\(line.index) is not among the \(count) examples \(first)...\(first + count - 1).",
        "Score what was exported: --count, --seed and --from are those of genbench export.")
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
      for index in first..<first + expected {
        guard let answer = answers[index] else {
          throw problem(
            nil, "index",
            "\(index) is missing\(of(seed)): \(answers.count) predictions are there, \(expected) are due.",
            mend(ofIndices: answers.keys.sorted(), expected))
        }
        values.append(answer.answer)
      }
      // Without a count, an index beyond all others leaves a hole where it should have been, found above.
      replicates.append(Predictions.Replicate(seed: seed, answers: values))
    }
    return replicates
  }

  /// Of predictions that lack one.
  private func mend(ofIndices indices: [Int], _ expected: Int) -> String {
    let lowest = indices[0]
    if lowest > first, indices.count == expected, indices.last! - lowest == expected - 1 {
      return "Were they exported with --from \(lowest)? Then score them with --from \(lowest)."
    }
    let due = "\(first)...\(first + expected - 1)"
    return "Ask the model all examples \(due), and check that the file was written to its end."
  }
}
