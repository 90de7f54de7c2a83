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

  package init(_ experiment: Experiment, _ run: Run, stage: Stage) {
    let outcome = run.stage(named: stage.name)
    (self.experiment, replicate, self.stage) = (experiment, run.replicate, stage)
    values = ModelValues(parameters: outcome.parameters, statistics: outcome.statistics)
  }

  private var architecture: Architecture { experiment.plan.model(of: stage) }

  /// Every parameter and statistic by its name.
  ///
  /// - Parameter path: where it goes, for messages.
  package func file(_ path: String) throws -> Safetensors {
    Safetensors(values, of: architecture.model, metadata: try facts(architecture, format: "weights 1"), file: path)
  }

  /// What the network reads of the first questions of a split that the replicate is asked, and what it says.
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
    let source = asked.examples.source(seed: ReplicateSeeds(replicate).questions(of: asked))
    let network = architecture.asked(asked)
    let answers = network.predictor(values).predictions(for: 0..<count, of: source)
    var batch = Batch(idsPerToken: source.idsPerToken)
    source.append(0..<count, to: &batch)
    var tensors = batch.tensors
    let outputs = network.program(for: .answering).outputs
    tensors["answers"] = Tensor(.floats(answers), shape: [answers.count / outputs, outputs])
    var facts = try facts(network, format: "answers 1")
    (facts["split"], facts["count"]) = (split, "\(count)")
    return Safetensors(tensors, metadata: facts, file: path)
  }

  /// The header's metadata: whose weights these are, and what network they make.
  private func facts(_ architecture: Architecture, format: String) throws -> [String: String] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [
      "format": "genbench \(format)", "experiment": experiment.plan.id, "profile": experiment.profile.rawValue,
      "replicate": "\(replicate)", "stage": stage.name,
      "architecture": String(decoding: try encoder.encode(architecture), as: UTF8.self),
    ]
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
