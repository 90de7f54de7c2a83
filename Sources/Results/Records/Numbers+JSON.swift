import Reports
import Storage

extension Reports.Interval: JSONCoded {
  var json: JSONValue { .array([.number(lower), .number(upper)]) }

  init(_ reader: FixtureReader) throws(FixtureProblem) {
    let ends = try reader.elements()
    guard ends.count == 2 else { throw reader.problem("an interval has two ends, not \(ends.count)") }
    self.init(try ends[0].anyNumber(), try ends[1].anyNumber())
  }
}

extension Estimate: JSONCoded {
  var json: JSONValue {
    ["interval": .optional(interval), "mean": .number(mean), "seeds": .integer(seeds)]
  }

  init(_ reader: FixtureReader) throws(FixtureProblem) {
    let members = try reader.members("interval", "mean", "seeds")
    self.init(
      mean: try members["mean"]!.anyNumber(), interval: try members["interval"]!.optional(),
      seeds: try members["seeds"]!.count(atLeast: 1))
  }
}

extension Change: JSONCoded {
  var json: JSONValue {
    [
      "detectable": .number(detectable), "interval": .optional(interval), "mean": .number(mean),
      "probability": .number(probability),
    ]
  }

  init(_ reader: FixtureReader) throws(FixtureProblem) {
    let members = try reader.members("detectable", "interval", "mean", "probability")
    self.init(
      mean: try members["mean"]!.anyNumber(), interval: try members["interval"]!.optional(),
      probability: try members["probability"]!.optionalNumber(),
      detectable: try members["detectable"]!.optionalNumber())
  }
}

extension Score: JSONCoded {
  var json: JSONValue {
    ["count": count.map { .integer($0) } ?? .null, "name": .string(name), "value": .number(value)]
  }

  init(_ reader: FixtureReader) throws(FixtureProblem) {
    let members = try reader.members("count", "name", "value")
    self.init(
      try members["name"]!.string(), try members["value"]!.anyNumber(),
      count: try members["count"]!.present()?.integer())
  }
}

extension ReplicateScore: JSONCoded {
  var json: JSONValue { ["score": .number(score), "seed": .integer(seed)] }

  init(_ reader: FixtureReader) throws(FixtureProblem) {
    let members = try reader.members("score", "seed")
    self.init(seed: try members["seed"]!.integer(), score: try members["score"]!.anyNumber())
  }
}

extension Side: JSONCoded {
  var json: JSONValue { ["estimate": estimate.json, "name": .string(name)] }

  init(_ reader: FixtureReader) throws(FixtureProblem) {
    let members = try reader.members("estimate", "name")
    self.init(try members["name"]!.string(), try members["estimate"]!.read())
  }
}

extension SourcePlace: JSONCoded {
  var json: JSONValue { ["file": .string(file), "line": .integer(line)] }

  init(_ reader: FixtureReader) throws(FixtureProblem) {
    let members = try reader.members("file", "line")
    self.init(file: try members["file"]!.string(), line: try members["line"]!.integer())
  }
}
