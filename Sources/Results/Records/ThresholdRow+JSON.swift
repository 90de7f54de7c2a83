import Reports
import Storage

extension Reports.Requirement: JSONCoded {
  /// `{"atMost": 0.25, "mustFail": true}`
  var json: JSONValue {
    let threshold: (name: String, value: JSONValue) =
      switch bound {
      case .atMost(let value): ("atMost", .number(value))
      case .atLeast(let value): ("atLeast", .number(value))
      case .between(let range): ("between", .array([.number(range.lowerBound), .number(range.upperBound)]))
      }
    return .object([threshold.name: threshold.value, "mustFail": .bool(isControl)])
  }

  init(_ reader: FixtureReader) throws(FixtureProblem) {
    let members = Dictionary(uniqueKeysWithValues: try reader.entries().map { ($0.name, $0.reader) })
    guard members.count == 2, let mustFail = members["mustFail"], case .bool(let isControl) = mustFail.value else {
      throw reader.problem("expected atMost, atLeast or between, and mustFail true or false")
    }
    let bound: Bound
    if let atMost = members["atMost"] {
      bound = .atMost(try atMost.anyNumber())
    } else if let atLeast = members["atLeast"] {
      bound = .atLeast(try atLeast.anyNumber())
    } else if let between = members["between"] {
      let ends = try between.elements().map { (end) throws(FixtureProblem) in try end.anyNumber() }
      guard ends.count == 2, ends[0] <= ends[1] else {
        throw between.problem("expected two numbers, the smaller first")
      }
      bound = .between(ends[0]...ends[1])
    } else {
      throw reader.problem("expected atMost, atLeast or between beside mustFail")
    }
    self = isControl ? .mustFail(bound) : .required(bound)
  }
}

extension ThresholdRow: JSONCoded {
  var json: JSONValue {
    [
      "baseline": .number(baseline), "change": .optional(change), "companions": .list(companions),
      "estimate": estimate.json, "experiment": .string(experiment), "leakShare": .number(leakShare),
      "mark": .string(mark.rawValue), "metric": .string(metric), "reasons": .strings(reasons),
      "repeats": .optional(repeats), "requirement": requirement.json, "rerun": .string(rerun),
      "scale": .string(scale.rawValue), "slices": .list(slices), "subject": .string(subject),
      "trivialPredictors": .list(trivialPredictors), "worstSlice": .optional(worstSlice),
    ]
  }

  init(_ reader: FixtureReader) throws(FixtureProblem) {
    let members = try reader.members(
      "baseline", "change", "companions", "estimate", "experiment", "leakShare", "mark", "metric", "reasons",
      "repeats", "requirement", "rerun", "scale", "slices", "subject", "trivialPredictors", "worstSlice")
    self.init(
      mark: try members["mark"]!.word(), experiment: try members["experiment"]!.string(),
      subject: try members["subject"]!.string(), metric: try members["metric"]!.string(),
      scale: try members["scale"]!.word(), estimate: try members["estimate"]!.read(),
      requirement: try members["requirement"]!.read(),
      baseline: try members["baseline"]!.optionalNumber(), change: try members["change"]!.optional(),
      leakShare: try members["leakShare"]!.optionalNumber(), repeats: try members["repeats"]!.optional(),
      trivialPredictors: try members["trivialPredictors"]!.list(), slices: try members["slices"]!.list(),
      worstSlice: try members["worstSlice"]!.optional(), companions: try members["companions"]!.list(),
      reasons: try members["reasons"]!.strings(), rerun: try members["rerun"]!.string())
  }
}
