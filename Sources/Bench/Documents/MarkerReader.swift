import Judging
import Reports
import Storage

/// Reads what a marker says, and names what nothing can be made of.
struct MarkerReader {
  let marker: Marker
  /// Those that it names, in its order: one at least.
  let experiments: [Experiment]
  private var unread: Set<String>

  init(_ marker: Marker, among catalog: [Experiment]) throws(FixtureProblem) {
    self.marker = marker
    unread = Set(marker.options.keys)
    guard Hole.kinds.contains(marker.kind) else {
      throw Self.unknown("kind of hole", marker.kind, Hole.kinds, in: marker)
    }
    let profile = marker.options["profile"] ?? Profile.standard.rawValue
    unread.remove("profile")
    let known = catalog.filter { $0.profile.rawValue == profile }
    var experiments: [Experiment] = []
    for id in marker.names {
      guard let experiment = known.first(where: { $0.id == id }) else {
        throw Self.unknown("experiment of the profile \(profile)", id, known.map(\.id), in: marker)
      }
      experiments.append(experiment)
    }
    guard !experiments.isEmpty else {
      throw marker.problem("names no experiment", mend: "write one behind \(marker.kind), such as graphs/on-path")
    }
    self.experiments = experiments
  }

  /// The only one.
  func experiment() throws(FixtureProblem) -> Experiment {
    guard experiments.count == 1 else {
      throw marker.problem("names \(experiments.count) experiments", mend: "name one")
    }
    return experiments[0]
  }

  mutating func option(_ name: String) throws(FixtureProblem) -> String {
    guard let value = optional(name) else { throw marker.problem("has no \(name)", mend: "add \(name)=\"...\"") }
    return value
  }

  mutating func optional(_ name: String) -> String? {
    unread.remove(name)
    return marker.options[name]
  }

  mutating func claim() throws(FixtureProblem) -> Claim {
    try one(of: try experiment().claims, called: "claim", by: \.subject)
  }

  /// A metric of some claim.
  mutating func metric() throws(FixtureProblem) -> Metric {
    try one(of: try experiment().claims.map(\.metric), called: "metric", by: \.optionName)
  }

  mutating func split() throws(FixtureProblem) -> String {
    try one(of: try experiment().asked.map(\.examples.name), called: "split", by: \.self)
  }

  /// `published="30 x 30: 97.3 %"`: of one claim.
  mutating func published() throws(FixtureProblem) -> [String: String] {
    guard let text = optional("published") else { return [:] }
    let subjects = experiments.flatMap(\.claims).map(\.subject)
    guard let subject = subjects.first(where: { text.hasPrefix("\($0): ") }) else {
      throw Self.unknown("claim", text, subjects, in: marker)
    }
    return [subject: String(text.dropFirst(subject.count + 2))]
  }

  /// Names between commas; nil where the option is not given.
  mutating func names(_ option: String, among known: [String]) throws(FixtureProblem) -> [String]? {
    guard let text = optional(option) else { return nil }
    let names = text.split(separator: ",").map { String($0.drop(while: \.isWhitespace)) }
    for name in names where !known.contains(name) { throw unknown(option, name, known) }
    return names
  }

  /// Every option was of use.
  func finish() throws(FixtureProblem) {
    guard let option = unread.min() else { return }
    throw marker.problem("has an option that it does not know: \(option)", mend: "remove it")
  }

  func unknown(_ what: String, _ asked: String, _ known: [String]) -> FixtureProblem {
    Self.unknown(what, asked, known, in: marker)
  }

  private static func unknown(_ what: String, _ asked: String, _ known: [String], in marker: Marker) -> FixtureProblem {
    marker.problem("says what nothing is: \(UnknownName(kind: what, asked: asked, known: known))", mend: "name another")
  }

  private mutating func one<Known>(
    of known: [Known], called option: String, by name: KeyPath<Known, String>
  ) throws(FixtureProblem) -> Known {
    let asked = try self.option(option)
    guard let found = known.first(where: { $0[keyPath: name] == asked }) else {
      throw unknown(option, asked, known.map { $0[keyPath: name] })
    }
    return found
  }
}
