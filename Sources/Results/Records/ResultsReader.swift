import Reports
import Storage

/// Reads a results file line by line. Nothing of a file that is not whole is used.
struct ResultsReader {
  private let file: String
  private var report: RunReport?
  /// The number of the line being read, from 1.
  private var number = 0
  private var isEnded = false

  private init(file: String) { self.file = file }

  static func report(_ bytes: [UInt8], file: String) throws(ResultsProblem) -> RunReport {
    var reader = ResultsReader(file: file)
    let text: ArraySlice<UInt8>
    do throws(ForeignText.Problem) {
      text = try ForeignText.utf8(bytes)
    } catch {
      throw ResultsProblem(file: file, what: error.what, mend: error.mend)
    }
    var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let rest = lines.removeLast()
    for line in lines { try reader.read(Array(line)) }
    if !rest.isEmpty {
      reader.number += 1
      throw reader.problem("is no whole line: the file is cut short, or no results file")
    }
    guard let report = reader.report else { throw ResultsProblem(file: file, what: "is empty") }
    guard reader.isEnded else { throw reader.problem("is the last: the file is cut short") }
    return report
  }

  private mutating func read(_ bytes: [UInt8]) throws(ResultsProblem) {
    number += 1
    if isEnded { throw problem("stands after the end of the results") }
    let object: JSONValue
    do throws(JSONProblem) {
      object = try JSONValue(parsing: bytes)
    } catch {
      throw problem("column \(error.column): \(error.what)")
    }
    do throws(FixtureProblem) {
      try read(FixtureReader(object, file: file, mend: ResultsProblem.writeItAgain))
    } catch {
      throw ResultsProblem(file: file, line: number, field: error.field, what: error.what, mend: error.mend)
    }
  }

  private func problem(_ what: String) -> ResultsProblem { ResultsProblem(file: file, line: number, what: what) }

  private mutating func read(_ reader: FixtureReader) throws(FixtureProblem) {
    guard report != nil else { return report = try header(reader) }
    guard let kind = try reader.entries().first(where: { $0.name == "kind" })?.reader else {
      throw reader.problem("the field \"kind\" is missing")
    }
    switch try kind.word(ResultsFormat.Kind.self) {
    case .run: throw kind.problem("there is a second \"run\"")
    case .experiment:
      let facts: ExperimentFacts = try reader.members("facts", "kind")["facts"]!.read()
      if report!.facts(of: facts.id) != nil { throw reader.problem("the experiment \(facts.id) is there twice") }
      report!.provenance.experiments.append(facts)
    case .picture: try readPicture(reader)
    case .claim: try readClaim(reader)
    case .slice: try readSlice(reader)
    case .losses:
      try readPart(reader, "histogram") { claim, members throws(FixtureProblem) in
        claim.losses = try members["histogram"]!.read()
      }
    case .answers:
      try readPart(reader, "map") { claim, members throws(FixtureProblem) in
        claim.answers = try members["map"]!.read()
      }
    case .curve:
      try readPart(reader, "chart", "title") { claim, members throws(FixtureProblem) in
        claim.curves.append(Curve(try members["title"]!.string(), try members["chart"]!.read()))
      }
    case .failure: try readFailure(reader)
    case .end:
      let lines = try reader.members("kind", "lines")["lines"]!
      guard try lines.integer() == number - 1 else {
        throw lines.problem("\(try lines.integer()) lines were written before this one, and \(number - 1) are there")
      }
      isEnded = true
    }
  }

  /// The first line: whose file it is, and whether this program can read it, before anything else is looked at.
  private func header(_ reader: FixtureReader) throws(FixtureProblem) -> RunReport {
    guard case .object(let found) = reader.value, found["writer"] == .string(ResultsFormat.writer) else {
      throw reader.problem("is not the first of a results file, which says \"writer\": \"\(ResultsFormat.writer)\"")
    }
    guard case .integer(let version) = found["version"], version >= 1 else {
      throw reader.problem("the field \"version\" is no version")
    }
    guard version <= ResultsFormat.version else {
      throw FixtureProblem(
        file: file, field: "version",
        what: "is \(version), and this genbench reads versions up to \(ResultsFormat.version)",
        mend: "use the genbench that wrote it, or a newer one")
    }
    let members = try reader.members(
      ["date", "kind", "profile", "seconds", "sourceHash", "toolchain", "version", "writer"]
        + (found["changes"] == nil ? [] : ["changes"]))
    guard try members["kind"]!.word(ResultsFormat.Kind.self) == .run else {
      throw members["kind"]!.problem("the first line is not of kind run")
    }
    return RunReport(
      provenance: Provenance(
        profile: try members["profile"]!.string(), sourceHash: try members["sourceHash"]!.string(),
        toolchain: try members["toolchain"]!.string(), date: try members["date"]!.string(),
        changes: try members["changes"]?.string(), experiments: []),
      claims: [], seconds: try members["seconds"]!.optionalNumber())
  }

  private mutating func readPicture(_ reader: FixtureReader) throws(FixtureProblem) {
    let members = try reader.members("experiment", "kind", "name", "svg", "title")
    let owner = try members["experiment"]!.string()
    guard let place = report!.provenance.experiments.firstIndex(where: { $0.id == owner }) else {
      throw reader.problem("it belongs to the experiment \(owner), which does not stand before it")
    }
    let name = try members["name"]!.string()
    guard DocumentPicture.isName(name) else {
      throw members["name"]!.problem("\"\(name)\" is no name of a picture: words-with-hyphens")
    }
    report!.provenance.experiments[place].pictures.append(
      DocumentPicture(name, title: try members["title"]!.string(), svg: try members["svg"]!.string()))
  }

  private mutating func readClaim(_ reader: FixtureReader) throws(FixtureProblem) {
    let members = try reader.members("baselineScores", "gap", "kind", "place", "row", "scores", "sides")
    let claim = ClaimReport(
      row: try members["row"]!.read(), scores: try members["scores"]!.scores(),
      baselineScores: try members["baselineScores"]!.scores(), sides: try members["sides"]!.list(),
      gap: try members["gap"]!.optional(), place: try members["place"]!.optional())
    if report!.claims.contains(where: { $0.name == claim.name }) {
      throw reader.problem("the claim \(claim.name) is there twice")
    }
    report!.claims.append(claim)
  }

  private mutating func readSlice(_ reader: FixtureReader) throws(FixtureProblem) {
    try readPart(reader, "count", "estimate", "name", "scores") { claim, members throws(FixtureProblem) in
      claim.slices.append(
        SliceReport(
          try members["name"]!.string(), count: try members["count"]!.count(),
          scores: try members["scores"]!.scores(), estimate: try members["estimate"]!.read()))
    }
  }

  private mutating func readFailure(_ reader: FixtureReader) throws(FixtureProblem) {
    try readPart(reader, "answer", "command", "drawing", "index", "loss", "question", "seed", "truth") {
      claim, members throws(FixtureProblem) in
      claim.failures.append(
        FailedExample(
          seed: try members["seed"]!.integer(), index: try members["index"]!.integer(),
          question: try members["question"]!.string(), truth: try members["truth"]!.string(),
          answer: try members["answer"]!.string(), loss: try members["loss"]!.anyNumber(),
          drawing: try members["drawing"]!.optional(), command: try members["command"]!.present()?.string()))
    }
  }

  /// A line that belongs to the claim before it.
  private mutating func readPart(
    _ reader: FixtureReader, _ names: String...,
    into body: (inout ClaimReport, [String: FixtureReader]) throws(FixtureProblem) -> Void
  ) throws(FixtureProblem) {
    let members = try reader.members(names + ["experiment", "kind", "subject"])
    let owner = ClaimReport.Name(
      experiment: try members["experiment"]!.string(), subject: try members["subject"]!.string())
    guard let last = report!.claims.indices.last, report!.claims[last].name == owner else {
      throw reader.problem("it belongs to the claim \(owner), which does not stand before it")
    }
    try body(&report!.claims[last], members)
  }
}

extension FixtureReader {
  /// One score a replicate.
  fileprivate func scores() throws(FixtureProblem) -> [ReplicateScore] {
    let scores: [ReplicateScore] = try list()
    var seeds = Set<Int>()
    for score in scores where !seeds.insert(score.seed).inserted { throw problem("seed \(score.seed) is there twice") }
    return scores
  }
}
