import Data
import Storage
import Training

extension AnswerRows {
  /// Of a file that `genbench run --predictions` wrote, leaves only the rows of one split after one stage, with the columns
  /// that answer it. Another program's rows stay as they are.
  ///
  /// - Parameter stage: nil where the file has one alone.
  /// - Returns: the experiment whose run wrote it; nil for another program's.
  mutating func select(_ examples: Examples, after stage: String?) throws(JSONLinesError) -> String? {
    guard !rows.isEmpty || otherSplits.isEmpty else {
      throw problem(
        "split", "\(examples.name) is not among those that were asked.",
        "Asked were: \(otherSplits.joined(separator: ", ")).")
    }
    guard case .string(let experiment) = rows.first?.members["experiment"] else {
      guard stage == nil else {
        throw problem(
          "stage", "it is missing, and --stage is given.", "Leave --stage out: only a run's file has stages.")
      }
      return nil
    }
    if let stranger = rows.first(where: { $0.members["experiment"] != .string(experiment) }) {
      throw problem("experiment", "it is another than \(experiment).", "Score one experiment's file.", stranger.line)
    }
    let stages = stages
    guard let stage = stage ?? (stages.count == 1 ? stages[0] : nil), stages.contains(stage) else {
      throw problem(
        "stage", "the run was asked after \(stages.joined(separator: ", ")).", "Name one of them with --stage.")
    }
    rows = rows.filter { $0.members["stage"] == .string(stage) }
    switch examples.answerForm {
    case .number: keep(["index", "seed", "split", "prediction"])
    case .path: keep(["index", "seed", "split", "path", "finished"])
    case .numbers: gatherQuestions()
    }
    return experiment
  }

  private mutating func keep(_ names: [String]) {
    for place in rows.indices { rows[place].members = rows[place].members.filter { names.contains($0.key) } }
  }

  /// A run writes a row a question; here the questions of an example are one row, in their order.
  private mutating func gatherQuestions() {
    var gathered: [Row] = []
    var answers: [JSONValue] = []
    for row in rows {
      let isNext = gathered.last.map { last in ["seed", "index"].allSatisfy { last.members[$0] == row.members[$0] } }
      if isNext != true {
        gathered.append(row)
        answers = []
      }
      answers.append(row.members["prediction"] ?? .null)
      gathered[gathered.count - 1].members["answers"] = .array(answers)
    }
    rows = gathered
    keep(["index", "seed", "split", "answers"])
  }

  /// In the order in which they first stand.
  private var stages: [String] {
    var stages: [String] = []
    for row in rows {
      if case .string(let stage) = row.members["stage"], !stages.contains(stage) { stages.append(stage) }
    }
    return stages
  }
}
