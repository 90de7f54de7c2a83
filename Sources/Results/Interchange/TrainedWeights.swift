import Foundation
import Judging
import Learning
import Seeds
import Storage
import Training

/// What a replicate's stage ended with, as it leaves the program: for whoever wants to look inside a network.
package struct TrainedWeights: Sendable {
  package let experiment: Experiment
  package let replicate: Int
  package let stage: Stage
  package let values: ModelValues
  /// H', where it learned to ask this network.
  private let asker: Asker?
  private let askerValues: ModelValues

  /// Before the names of its tensors.
  package static let askerPrefix = "asker."

  package init(_ experiment: Experiment, _ run: Run, stage: Stage) {
    let outcome = run.stage(named: stage.name)
    (self.experiment, replicate, self.stage) = (experiment, run.replicate, stage)
    values = ModelValues(parameters: outcome.parameters, statistics: outcome.statistics)
    asker = if case .amplified(let system) = stage.labels { Asker(system.asker) } else { nil }
    askerValues = outcome.asker
  }

  private var architecture: Architecture { experiment.plan.model(of: stage) }

  /// Every parameter and statistic by its name.
  ///
  /// - Parameter path: where it goes, for messages.
  package func file(_ path: String) throws -> Safetensors {
    var file = Safetensors(
      values, of: architecture.model, metadata: try facts(architecture, format: "weights 1"), file: path)
    if let asker { file.add(askerValues, of: asker, under: Self.askerPrefix) }
    return file
  }

  /// What the network reads of the first questions of a split that the replicate is asked, and what it says. The same of
  /// H' and transcripts about the same contexts.
  ///
  /// - Parameter count: how many; nil for 64, or for all where fewer are asked.
  /// - Throws: `UnknownName` where the experiment asks no such split, `SettingProblem` where it asks fewer.
  package func answers(to split: String, count: Int?, file path: String) throws -> Safetensors {
    let asked = try experiment.questions(to: split)
    let count = count ?? min(64, asked.count)
    guard count <= asked.count else {
      throw SettingProblem(
        name: "--count", value: "\(count)", mend: "\(experiment.plan.id) asks \(asked.count) of \(split).")
    }
    let seed = ReplicateSeeds(replicate).questions(of: asked)
    let network = architecture.asked(asked)
    var facts = try facts(network, format: "answers 1")
    (facts["split"], facts["count"]) = (split, "\(count)")
    var file = Safetensors([:], metadata: facts, file: path)
    file.add(answersOf: network.model, values, to: 0..<count, of: asked.examples.source(seed: seed))
    if let asker {
      guard let examples = asked.examples.task as? AmplificationExamples else {
        preconditionFailure("\(experiment.plan.id) has an overseer, and \(split) is asked of none.")
      }
      file.add(
        answersOf: asker, askerValues, to: 0..<count, of: examples.transcripts(seed: seed), under: Self.askerPrefix)
    }
    return file
  }

  /// The header's metadata: whose weights these are, and what networks they make.
  private func facts(_ architecture: Architecture, format: String) throws -> [String: String] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var facts = [
      "format": "genbench \(format)", "experiment": experiment.plan.id, "profile": experiment.profile.rawValue,
      "replicate": "\(replicate)", "stage": stage.name,
      "architecture": String(decoding: try encoder.encode(architecture), as: UTF8.self),
    ]
    if let asker { facts["asker"] = String(decoding: try encoder.encode(asker.shape), as: UTF8.self) }
    return facts
  }
}

extension Safetensors {
  /// What a network reads of examples, and what it says to them.
  fileprivate mutating func add(
    answersOf model: any Model, _ values: ModelValues, to examples: Range<Int>, of source: any ExampleSource,
    under prefix: String = ""
  ) {
    var batch = Batch(idsPerToken: source.idsPerToken)
    source.append(examples, to: &batch)
    for (name, tensor) in batch.tensors { self[prefix + name] = tensor }
    let answers = Predictor(model, values).predictions(for: examples, of: source)
    let outputs = Program(model, for: .answering).outputs
    self[prefix + "answers"] = Tensor(.floats(answers), shape: [answers.count / outputs, outputs])
  }
}

extension Architecture {
  /// The same network as a split is asked of it: with as many loops, and as many questions at once.
  fileprivate func asked(_ split: AskedSplit) -> Architecture {
    if case .answerer(let shape) = self { return .answerer(shape.asked(split.examples.questionsAtOnce)) }
    return looped(split.loops)
  }
}

extension Batch {
  /// What a network reads, as arrays: no answers, and links only where there are some.
  fileprivate var tensors: [String: Tensor] {
    precondition(keyMask.isEmpty, "Questions have no masked tokens.")
    var tensors = ["ids": Tensor(.integers(ids), shape: [tokenCount, idsPerToken])]
    var vectors = [("starts", starts), ("prefixes", prefixes), ("firstPlaces", firstPlaces)]
    if !linkEnds.isEmpty {
      vectors += [("linkStarts", linkStarts), ("linkEnds", linkEnds), ("linkKinds", linkKinds)]
    }
    for (name, values) in vectors { tensors[name] = Tensor(.integers(values), shape: [values.count]) }
    return tensors
  }
}
