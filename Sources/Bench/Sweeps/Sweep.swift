import Judging
import Reports
import Results
import Storage
import Training

/// One experiment with networks of several sizes: those that somebody gives to one of its numbers, or those that its stages
/// declare.
package struct Sweep: Sendable {
  /// One size, and the experiment that trains it.
  package struct Member: Sendable {
    /// As it was typed; nil where each stage has its own.
    package let size: String?
    package let experiment: Experiment
  }

  /// As it is declared.
  package let declared: Experiment
  /// What differs between the members, such as `model.width`; nil for a sweep that is declared.
  package let number: String?
  /// What differs from what is declared in all of them; nil where nothing does.
  package let variation: Variation?
  package let members: [Member]
  /// The stages that are told of, in order.
  package let stages: [String]

  /// - Parameters:
  ///   - replicates: nil for as many as are declared.
  ///   - settings: each `NAME=VALUE`, and one of them `NAME=VALUE,VALUE,...`: without it the experiment has several sizes itself.
  ///   - stage: the only one that is told of; nil for all. Of an experiment that an instrument reads it is trained alone, so that
  ///     its network may be another.
  /// - Throws: `UnknownName` for a setting or a stage that it has not, `SettingProblem` for what is no sweep.
  package init(of declared: Experiment, replicates: Int?, settings: [String], at stage: String?) throws {
    self.declared = declared
    let names = declared.stages.map(\.name)
    if let stage, !names.contains(stage) {
      throw UnknownName(kind: "stage of \(declared.plan.id)", asked: stage, known: names)
    }
    stages = stage.map { [$0] } ?? names
    let base = stage.map { declared.instrumentation == nil ? declared : declared.alone($0) } ?? declared
    let lists = settings.filter(Self.isList)
    guard let list = lists.first, lists.count == 1, let sign = list.lastIndex(of: "=") else {
      variation = replicates == nil && settings.isEmpty ? nil : Variation(replicates: replicates, settings: settings)
      members = [try Self.declaredMember(base, variation, lists)]
      precondition(Self.hasSizes(declared), "\(declared.plan.id) has networks of one size: that is no sweep.")
      number = nil
      return
    }
    let number = String(list[..<sign])
    let others = settings.filter { $0 != list }
    let sizes = list[list.index(after: sign)...].split(separator: ",", omittingEmptySubsequences: false).map(
      String.init)
    variation = replicates == nil && others.isEmpty ? nil : Variation(replicates: replicates, settings: others)
    members = try sizes.map { size in
      try Self.member(
        base, number, size, Variation(replicates: replicates, settings: others + ["\(number)=\(size)"]))
    }
    self.number = number
    try requireDistinct(list)
  }

  /// Whether it gives several values to a number, whose name may have a comma of its own.
  package static func isList(_ setting: String) -> Bool {
    setting.suffix(from: setting.lastIndex(of: "=") ?? setting.startIndex).contains(",")
  }

  /// Whether its stages declare networks of several sizes.
  package static func hasSizes(_ experiment: Experiment) -> Bool {
    Set(experiment.stages.map(experiment.plan.model)).count > 1
  }

  private static func member(
    _ declared: Experiment, _ number: String, _ size: String, _ variation: Variation
  ) throws -> Member {
    var experiment = try declared.varied(by: variation)
    // What its progress and its problems are told under.
    experiment.id = "\(declared.plan.id), \(number)=\(size)"
    return Member(size: size, experiment: experiment)
  }

  private static func declaredMember(
    _ declared: Experiment, _ variation: Variation?, _ lists: [String]
  ) throws -> Member {
    if lists.count > 1 {
      throw SettingProblem(
        name: "--set", value: lists.joined(separator: " "), mend: "A sweep is over one number: give one list of sizes.")
    }
    return Member(size: nil, experiment: try variation.map(declared.varied) ?? declared)
  }

  /// Two sizes may be written in two ways and be one.
  private func requireDistinct(_ list: String) throws {
    for (place, member) in members.enumerated() {
      let before = members[..<place].first { RunPlan($0.experiment) == RunPlan(member.experiment) }
      if let before {
        let (size, first) = (member.size ?? "", before.size ?? "")
        throw SettingProblem(
          name: "--set", value: list,
          mend: size == first ? "\(size) is given twice." : "\(size) is \(first) again: give each size once.")
      }
    }
  }
}

/// A plan whatever it is called.
private struct RunPlan: Equatable {
  private let plan: TrainingPlan

  init(_ experiment: Experiment) {
    var plan = experiment.plan
    plan.id = ""
    self.plan = plan
  }
}
