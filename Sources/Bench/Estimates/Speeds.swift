import Data
import Learning
import Training

/// Seconds of one core that an example takes, of everything that was watched so far: experiments which do the same work
/// share a measurement.
package struct Speeds {
  enum Work: Hashable {
    /// Learning from an example of the stage, compared without its name, its length and its place in a plan.
    case training(Architecture, Stage)
    case answering(Architecture, Examples)
    /// Looking whether it is asked.
    case exposure(Examples)

    static func training(_ model: Architecture, one stage: Stage) -> Work {
      var stage = stage
      (stage.name, stage.after, stage.startsOver, stage.stream) = ("", nil, false, nil)
      (stage.perturbation, stage.watch, stage.recipe.steps, stage.recipe.schedule) = (nil, nil, 0, .constant(0))
      if case .amplified(var system) = stage.labels {
        // How often an overseer fails costs nothing.
        system.failures = OverseerFailures(rate: 0, kind: .random)
        stage.labels = .amplified(system)
      }
      return .training(model, stage)
    }
  }

  private var known: [Work: Double] = [:]

  package init() {}

  mutating func seconds(of work: Work, measure: () -> Double) -> Double {
    if let seconds = known[work] { return seconds }
    let seconds = measure()
    known[work] = seconds
    return seconds
  }
}
