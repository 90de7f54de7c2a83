import Judging
import Reports
import Storage

/// What the marker of a document asks for. Reading it needs no run: whatever is wrong with a marker is found on any
/// machine.
enum Hole {
  /// Every claim of the experiments beside what was accepted of it, and by subject what others published of the same.
  case claims([Experiment], published: [String: String])
  /// How often training failed, by what was accepted.
  case failures([Experiment])
  /// One accepted score, within a sentence.
  case value(Experiment, Claim)
  /// Accepted scores by network and kind of shift.
  case scoreboard(Scoreboard)
  /// What only finished runs show.
  case runs([Experiment], RunsPart)

  /// - Parameter catalog: all experiments that a marker can name.
  init(_ marker: Marker, among catalog: [Experiment]) throws(FixtureProblem) {
    var reader = try MarkerReader(marker, among: catalog)
    switch marker.kind {
    case "claims": self = .claims(reader.experiments, published: try reader.published())
    case "failures": self = .failures(reader.experiments)
    case "value": self = .value(try reader.experiment(), try reader.claim())
    case "scoreboard": self = .scoreboard(try Scoreboard(of: marker, reader.experiments))
    default: self = .runs(reader.experiments, try RunsPart(&reader))
    }
    try reader.finish()
  }

  static let kinds = ["claims", "failures", "value", "scoreboard"] + RunsPart.kinds
}
