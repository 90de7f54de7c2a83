import Judging
import Results
import Storage
import Training

extension KeptRuns {
  /// The weights that a stage of a kept replicate ended with.
  ///
  /// - Parameter name: of the stage; nil for the last.
  /// - Throws: `UnknownName` where there is no such stage, `RunNotKept` where no such replicate is kept whole,
  ///   `FileProblem` where what is kept cannot be read.
  package func weights(of experiment: Experiment, replicate: Int, stage name: String?) throws -> TrainedWeights {
    let stages = experiment.stages
    guard let stage = stages.last(where: { name == nil || $0.name == name }) else {
      throw UnknownName(kind: "stage of \(experiment.plan.id)", asked: name ?? "", known: stages.map(\.name))
    }
    func lacks(_ why: String) -> RunNotKept {
      RunNotKept(
        run: Missing(experiment: experiment.plan.id, replicate: replicate, why: why), profile: experiment.profile)
    }
    let kept: Run?
    do {
      kept = try run(of: experiment.plan, replicate: replicate)
    } catch let problem as FileProblem {
      throw problem
    } catch {
      throw lacks("\(error)")
    }
    guard let kept else { throw lacks("no finished run is kept") }
    return TrainedWeights(experiment, kept, stage: stage)
  }
}

/// A replicate that somebody wants to look at and that is not there, and what makes it.
package struct RunNotKept: Error, Hashable, CustomStringConvertible {
  package let run: KeptRuns.Missing
  package let profile: Profile

  package var description: String {
    "\(run). To make it: swift run genbench run \(run.experiment) --seed \(run.replicate) --profile \(profile.rawValue)"
  }
}
