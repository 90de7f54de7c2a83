import Storage

extension Baseline {
  static let writer = "genbench fixtures"

  /// The document that `init(_:)` reads back.
  package var json: JSONValue {
    [
      "about": [
        "date": .string(date), "reason": .string(reason), "sourceHash": .string(sourceHash),
        "toolchain": .string(toolchain), "writer": .string(Self.writer),
      ],
      "claims": .object(Dictionary(uniqueKeysWithValues: claims.map { ($0.subject, $0.json) })),
      "datasets": .object(
        Dictionary(uniqueKeysWithValues: datasets.map { ($0.name, .string($0.fingerprint)) })),
      "id": .string(id),
      "runs": .array(runs.map { ["fingerprint": .string($0.fingerprint), "seed": .integer($0.seed)] }),
    ]
  }

  /// Reads what `json` wrote, and nothing else.
  package init(_ reader: FixtureReader) throws(FixtureProblem) {
    let members = try reader.members("about", "claims", "datasets", "id", "runs")
    let about = try members["about"]!.members("date", "reason", "sourceHash", "toolchain", "writer")
    guard try about["writer"]!.string() == Self.writer else {
      throw about["writer"]!.problem("expected \"\(Self.writer)\"")
    }
    let id = try members["id"]!.string()
    guard Self.isValid(id: id) else { throw members["id"]!.problem("\"\(id)\" is no experiment id") }
    let date = try about["date"]!.string()
    guard Self.isValid(date: date) else { throw about["date"]!.problem("\"\(date)\" is no day such as 2025-03-31") }
    var claims: [ClaimScores] = []
    for entry in try members["claims"]!.entries() {
      claims.append(try ClaimScores(subject: entry.name, entry.reader))
    }
    var datasets: [DatasetFingerprint] = []
    for entry in try members["datasets"]!.entries() {
      datasets.append(DatasetFingerprint(name: entry.name, fingerprint: try entry.reader.fingerprint()))
    }
    self.init(
      id: id, claims: claims, runs: try Self.runs(members["runs"]!), datasets: datasets,
      sourceHash: try about["sourceHash"]!.fingerprint(), toolchain: try about["toolchain"]!.words(), date: date,
      reason: try about["reason"]!.words())
  }

  private static func runs(_ reader: FixtureReader) throws(FixtureProblem) -> [RunFingerprint] {
    var runs: [RunFingerprint] = []
    for element in try reader.elements() {
      let members = try element.members("fingerprint", "seed")
      let seed = try members["seed"]!.integer()
      if runs.contains(where: { $0.seed == seed }) { throw element.problem("seed \(seed) is there twice") }
      runs.append(RunFingerprint(seed: seed, fingerprint: try members["fingerprint"]!.fingerprint()))
    }
    return runs
  }
}

extension Baseline.ClaimScores {
  /// The interval is written for readers; the scores alone decide it.
  fileprivate var json: JSONValue {
    var members: [String: JSONValue] = [
      "interval": interval.json, "scores": .array(scores.map(\.json)),
    ]
    if !floors.isEmpty { members["floors"] = .object(floors.mapValues { .real($0) }) }
    return .object(members)
  }

  fileprivate init(subject: String, _ reader: FixtureReader) throws(FixtureProblem) {
    let members = try reader.members("interval", "scores", optional: ["floors"])
    var scores: [SeedScore] = []
    for element in try members["scores"]!.elements() {
      let score = try SeedScore(element)
      if scores.contains(where: { $0.seed == score.seed }) {
        throw element.problem("seed \(score.seed) is there twice")
      }
      scores.append(score)
    }
    if scores.isEmpty { throw members["scores"]!.problem("is empty") }
    var floors: [String: Double] = [:]
    for floor in try members["floors"]?.entries() ?? [] { floors[floor.name] = try floor.reader.number() }
    self.init(subject: subject, scores: scores, floors: floors)
    // Both are kept, so an edit of one alone shows.
    guard members["interval"]!.value == interval.json else {
      throw members["interval"]!.problem("does not follow from the scores, which give \(interval)")
    }
  }
}

extension SeedScore {
  fileprivate var json: JSONValue {
    var members: [String: JSONValue] = ["score": .real(score), "seed": .integer(seed)]
    if let examples { members["examples"] = .integer(examples) }
    return .object(members)
  }

  fileprivate init(_ reader: FixtureReader) throws(FixtureProblem) {
    let fields = try reader.members("score", "seed", optional: ["examples"])
    let (seed, score) = (try fields["seed"]!.integer(), try fields["score"]!.number())
    guard let examples = try fields["examples"]?.integer() else {
      self.init(seed: seed, score: score)
      return
    }
    guard examples > 0, 0...1 ~= score else { throw reader.problem("\(score) is no share of \(examples) examples") }
    self.init(seed: seed, score: score, examples: examples)
  }
}

extension Interval {
  /// An end that is infinite, as one replicate's are, is null.
  fileprivate var json: JSONValue {
    [
      "count": .integer(count), "estimate": .real(estimate), "level": .real(Self.level),
      "lower": lower.isFinite ? .real(lower) : .null, "upper": upper.isFinite ? .real(upper) : .null,
    ]
  }
}

extension FixtureReader {
  /// An object with these members, and perhaps those.
  fileprivate func members(
    _ names: String..., optional: [String]
  ) throws(FixtureProblem) -> [String: FixtureReader] {
    try members(names + entries().map(\.name).filter(optional.contains))
  }
}
