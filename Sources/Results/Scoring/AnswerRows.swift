import Data
import Storage
import Training

/// The rows of a file of answers, before any of them is looked at: of JSON Lines, or of comma-separated text whose first
/// line names an `index`.
struct AnswerRows {
  struct Row {
    /// Counted from 1.
    let line: Int
    var members: [String: JSONValue]
  }

  private(set) var rows: [Row]
  /// Whose run wrote them with `genbench run --predictions`; nil for another program's.
  private(set) var experiment: String?
  private let file: String

  /// - Parameter form: what the answers must be, for messages.
  init(_ bytes: [UInt8], file: String, _ form: PredictedAnswer.Form) throws(JSONLinesError) {
    self.file = file
    let text: ArraySlice<UInt8>
    do throws(ForeignText.Problem) {
      text = try ForeignText.utf8(bytes)
    } catch {
      throw JSONLinesError(
        file: file.printable, line: nil, field: nil, problem: "it \(error.what).", mend: "To mend it: \(error.mend).")
    }
    rows =
      Self.namesColumns(text)
      ? try Self.separated(text, file: file) : try Self.jsonLines(text, file: file, form)
  }

  private static func namesColumns(_ text: ArraySlice<UInt8>) -> Bool {
    let first = text.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return first.split(separator: UInt8(ascii: ",")).contains { $0.elementsEqual("index".utf8) }
  }

  private static func jsonLines(
    _ text: ArraySlice<UInt8>, file: String, _ form: PredictedAnswer.Form
  ) throws(JSONLinesError) -> [Row] {
    var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    var rows: [Row] = []
    for (place, line) in lines.enumerated() {
      rows.append(
        Row(line: place + 1, members: try PredictionLine.members(of: Array(line), form, file: file, line: place + 1)))
    }
    return rows
  }

  /// An empty cell is no member, and a cell that is JSON is what it says: a number, a list.
  private static func separated(_ text: ArraySlice<UInt8>, file: String) throws(JSONLinesError) -> [Row] {
    let table: CommaSeparatedText
    do throws(CommaSeparatedText.Problem) {
      table = try CommaSeparatedText(text)
    } catch {
      throw JSONLinesError(
        file: file.printable, line: error.line, field: nil, problem: error.what,
        mend: "Write as many cells as there are columns, between commas.")
    }
    return table.rows.map { row in
      let cells = zip(table.columns, row.cells).filter { !$1.isEmpty }
      return Row(
        line: row.line,
        members: Dictionary(
          cells.map { ($0, (try? JSONValue(parsing: Array($1.utf8))) ?? .string($1)) },
          uniquingKeysWith: { first, _ in first }))
    }
  }
}

extension AnswerRows {
  /// Of a file that a run wrote, only the rows of one split after one stage, with the columns that answer it. Another
  /// program's rows stay as they are.
  ///
  /// - Parameter stage: nil where the file has one alone.
  mutating func select(_ examples: Examples, after stage: String?) throws(JSONLinesError) {
    guard case .string(let experiment) = rows.first?.members["experiment"] else {
      guard stage == nil else {
        throw problem(
          "stage", "it is missing, and --stage is given.", "Leave --stage out: only a run's file has stages.")
      }
      return
    }
    if let stranger = rows.first(where: { $0.members["experiment"] != .string(experiment) }) {
      throw problem("experiment", "it is another than \(experiment).", "Score one experiment's file.", stranger.line)
    }
    let splits = words("split")
    guard splits.contains(examples.name) else {
      throw problem(
        "split", "\(examples.name) is not among those that were asked.",
        "Asked were: \(splits.joined(separator: ", ")).")
    }
    let stages = words("stage")
    guard let stage = stage ?? (stages.count == 1 ? stages[0] : nil), stages.contains(stage) else {
      throw problem(
        "stage", "the run was asked after \(stages.joined(separator: ", ")).", "Name one of them with --stage.")
    }
    self.experiment = experiment
    rows = rows.filter { $0.members["split"] == .string(examples.name) && $0.members["stage"] == .string(stage) }
    let kept = ["index", "seed", "split", PredictedAnswer.Form.number.rawValue, "path", "finished"]
    for place in rows.indices { rows[place].members = rows[place].members.filter { kept.contains($0.key) } }
    switch examples.answerForm {
    case .number: keepOnly(except: ["path", "finished"])
    case .path: keepOnly(except: [PredictedAnswer.Form.number.rawValue])
    case .numbers: gatherQuestions()
    }
  }

  private mutating func keepOnly(except names: [String]) {
    for place in rows.indices { for name in names { rows[place].members[name] = nil } }
  }

  /// A run writes a row a question; here the questions of an example are one row, in their order.
  private mutating func gatherQuestions() {
    var gathered: [Row] = []
    var answers: [JSONValue] = []
    for row in rows {
      let isNext = gathered.last.map { last in
        ["seed", "index"].allSatisfy { last.members[$0] == row.members[$0] }
      }
      if isNext != true {
        gathered.append(row)
        answers = []
      }
      answers.append(row.members[PredictedAnswer.Form.number.rawValue] ?? .null)
      gathered[gathered.count - 1].members[PredictedAnswer.Form.number.rawValue] = nil
      gathered[gathered.count - 1].members[PredictedAnswer.Form.numbers.rawValue] = .array(answers)
    }
    rows = gathered
    keepOnly(except: ["path", "finished"])
  }

  /// What stands in a column, in the order in which it first does.
  private func words(_ column: String) -> [String] {
    var words: [String] = []
    for row in rows {
      if case .string(let word) = row.members[column], !words.contains(word) { words.append(word) }
    }
    return words
  }

  private func problem(_ field: String, _ what: String, _ mend: String, _ line: Int? = nil) -> JSONLinesError {
    JSONLinesError(file: file.printable, line: line, field: field, problem: what.printable, mend: mend.printable)
  }
}
