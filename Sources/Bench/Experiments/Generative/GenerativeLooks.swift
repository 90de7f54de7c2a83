import Data
import Instruments
import Learning
import Training

/// All that was seen of one replicate's sizes on one split, each size's looks ascending.
struct GenerativeLooks {
  let replicate: Int
  /// `[sizes][looks]`
  let sizes: [[GenerativeLook]]

  /// - Parameter place: which of the watched splits is read.
  init<Sequences>(_ seen: Sighting, _ examples: GenerativeExamples<Sequences>, at place: Int = 0) {
    replicate = seen.replicate
    sizes = seen.plan.stages.map { stage in
      GenerativeLooks.looks(seen, stage, examples, at: place)
    }
  }

  func looks(width: Int) -> [GenerativeLook] {
    guard let looks = sizes.first(where: { $0[0].width == width }) else {
      preconditionFailure("There is no network of width \(width), only of \(sizes.map { $0[0].width }).")
    }
    return looks
  }

  func look(width: Int, step: Int) -> GenerativeLook {
    guard let look = looks(width: width).first(where: { $0.step == step }) else {
      preconditionFailure("Width \(width) was not looked at after \(step) steps.")
    }
    return look
  }

  func last(width: Int) -> GenerativeLook { looks(width: width).last! }

  /// A run a size, by what is read of each look.
  func runs(_ loss: (GenerativeLook) -> Double) -> [ScalingRun] {
    sizes.map { looks in
      ScalingRun(size: Double(looks[0].size), replicate: replicate, readings: looks.map { $0.reading(of: loss($0)) })
    }
  }

  private static func looks<Sequences>(
    _ seen: Sighting, _ stage: Stage, _ examples: GenerativeExamples<Sequences>, at place: Int
  ) -> [GenerativeLook] {
    let model = seen.plan.model(of: stage)
    guard case .encoder(let shape) = model else {
      preconditionFailure("\(seen.plan.id): \(stage.name) trains no encoder.")
    }
    // Of the mean sequence among the first of the stage's own.
    let sample = examples.sequences(0..<4_096, seed: ReplicateSeeds(seen.replicate).stage(stage))
    let tokens = sample.map { Double($0.tokens.count) }.mean * Double(stage.recipe.batchSize)
    // Once: some entropies are sums over many thousand paths.
    let parts = examples.sequences.parts
    let entropy = parts.reduce(0) { $0 + $1.entropy }
    return seen.run.stage(named: stage.name).milestones.map { milestone in
      let answers = GenerativeAnswers(numbers: milestone.predictions[place], partCount: parts.count)
      return GenerativeLook(
        width: shape.width, size: model.layout.blockCount, step: milestone.step,
        tokens: tokens * Double(milestone.step),
        parts: parts.indices.map { answers.divergences(ofPart: $0).mean },
        excess: SampledMean(answers.surprises, above: entropy),
        partExcesses: parts.indices.map { SampledMean(answers.surprises(ofPart: $0), above: parts[$0].entropy) })
    }
  }
}

extension ParameterLayout {
  fileprivate var blockCount: Int {
    parameters.reduce(0) { sum, parameter in
      let isCounted = parameter.name.hasPrefix("blocks.") && !parameter.name.contains(".norm")
      return sum + (isCounted ? parameter.count : 0)
    }
  }
}
