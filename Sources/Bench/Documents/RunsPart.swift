import Judging
import Reports
import Storage

/// What of finished runs a document shows.
enum RunsPart {
  /// A row a slice, a column a stage.
  case slices([Slice], Metric, split: String, after: [String])
  /// What others published, beside ours.
  case published([PublishedNumber])
  /// How much of each question a training split has shown.
  case leaks(split: String)
  case claim(ClaimPart, Claim)
  case family(FamilyPart)

  /// Of the examples that a claim is about.
  enum ClaimPart: String, CaseIterable {
    case losses, answers, worst
    case sides = "while-training"
  }

  static let kinds =
    ["slices", "published", "leaks"] + ClaimPart.allCases.map(\.rawValue) + FamilyPart.allCases.map(\.rawValue)

  init(_ reader: inout MarkerReader) throws(FixtureProblem) {
    let kind = reader.marker.kind
    if let part = ClaimPart(rawValue: kind) {
      self = .claim(part, try reader.claim())
    } else if let part = FamilyPart(rawValue: kind) {
      try part.check(reader)
      self = .family(part)
    } else if kind == "slices" {
      self = try .slices(of: &reader)
    } else if kind == "published" {
      self = .published(try PublishedNumber.lists(&reader))
    } else {
      let stages = try reader.experiment().stages.map(\.examples.name)
      self = .leaks(split: try reader.names("split", among: stages)?.first ?? stages[0])
    }
  }

  private static func slices(of reader: inout MarkerReader) throws(FixtureProblem) -> RunsPart {
    let experiment = try reader.experiment()
    let split = try reader.split()
    let sets = ["reported": experiment.asked.first { $0.examples.name == split }!.examples.reportedSlices]
      .merging(["depth": Slice.ofPowersByDepth + [.trivial]]) { own, _ in own }
    let set = try reader.names("by", among: sets.keys.sorted())?.first ?? "reported"
    let stages = experiment.stages.map(\.name)
    return .slices(
      sets[set]!, try reader.metric(), split: split, after: try reader.names("after", among: stages) ?? [stages[0]])
  }

  /// - Parameter trained: the experiments of the marker, in its order.
  func parts(_ trained: [TrainedExperiment]) -> [DocumentPart] {
    switch self {
    case .slices(let slices, let metric, let split, let stages):
      [trained[0].slices(slices, metric, of: split, after: stages)]
    case .published(let numbers): [trained[0].comparison(with: numbers)]
    case .leaks(let split): trained[0].leaks(of: split)
    case .claim(.losses, let claim): [trained[0].losses(of: claim.subject)]
    case .claim(.answers, let claim): [trained[0].answers(of: claim.subject)]
    case .claim(.worst, let claim): trained[0].worstAnswers(of: claim.subject)
    case .claim(.sides, let claim): [trained[0].sides(of: claim.subject)]
    case .family(let part): [part.shown(trained)]
    }
  }
}
