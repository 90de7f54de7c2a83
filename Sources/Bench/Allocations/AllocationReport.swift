import Instruments
import Judging
import Reports
import Storage
import Training

/// What a requested allocation came to, for one replicate.
package struct AllocationReport: Sendable {
  private let request: AllocationRequest
  private let replicate: Int
  private let fingerprint: String
  private let stage: WatchedStage
  private let readings: [AllocationReading]

  /// - Throws: `AllocationProblem` where what was watched is not complete: then nothing is printed.
  package init(_ request: AllocationRequest, _ run: Run, _ stage: WatchedStage) throws {
    self.request = request
    self.stage = stage
    replicate = run.replicate
    fingerprint = run.fingerprint
    readings = try stage.allocation.plan.observers.map { observer throws(AllocationProblem) in
      try stage.reading(of: observer)
    }
  }

  private var sets: [WatchedSet] { request.watch.sets }
  private var layers: [NamedRange] {
    let plan = request.experiment.plan
    return plan.model(of: plan.stage(named: request.watch.stage)).layout.layers
  }

  package var text: String {
    let plan = stage.allocation.plan
    let path = plan.chord == 1 ? "each step" : "straight lines over \(plan.chord) steps"
    return """
      \(request.experiment.id), replicate \(replicate), stage \(request.watch.stage): the loss shared out along \(path)
      run \(fingerprint.prefix(16)) · \(NumberText.plural(stage.allocation.stepCount, "step")) · \
      \(NumberText.short(intervals)) intervals a step on average

      \(losses.text)
      the change of each set's loss by layer; below 0 it helped

      \(byLayer.text)
      """
  }

  private var intervals: Double {
    let steps = stage.allocation.state.steps
    return Double(steps.reduce(0) { $0 + $1.intervals }) / Double(steps.count)
  }

  private var losses: TextTable {
    TextTable(
      ["set", "examples", "loss", "after", "helping", "churn", "signs agree", "defect"],
      zip(sets, readings).enumerated().map { number, pair in
        let (set, reading) = pair
        let ends = stage.allocation.ends[number]
        let shares = [reading.helpingShare, reading.agreement.agreement].map { $0.map(NumberText.percent) ?? "" }
        return [
          set.name, NumberText.count(set.count), NumberText.significant(ends.first), NumberText.significant(ends.last),
          stage.allocation.plan.chord == 1 ? shares[0] : "", NumberText.significant(reading.churn),
          number == 0 ? "" : shares[1], NumberText.percent(stage.allocation.completeness(ofSet: number).defect),
        ]
      })
  }

  private var byLayer: TextTable {
    let sums = readings.map { $0.sums(of: layers) }
    return TextTable(
      ["layer"] + sets.map(\.name),
      layers.indices.map { layer in [layers[layer].name] + sums.map { NumberText.significant($0[layer]) } }
        + [["all"] + sums.map { NumberText.significant($0.reduce(0, +)) }])
  }

  /// An object a step and set: the loss after it, what was allocated, and to which tensors.
  package var jsonLines: String {
    var lines = ""
    for (number, step) in stage.allocation.state.steps.enumerated() {
      for (set, observer) in step.observers.enumerated() {
        let tensors = zip(stage.allocation.tensors, observer.tensors).map { ($0.name, JSONValue.real($1)) }
        let line: JSONValue = [
          "set": .string(sets[set].name), "step": .integer(min((number + 1) * stage.allocation.plan.chord, stepCount)),
          "replicate": .integer(replicate), "loss": .real(step.losses[set]), "allocated": .real(step.allocated[set]),
          "help": .real(observer.help), "hurt": .real(observer.hurt), "helping": .integer(observer.helping),
          "hurting": .integer(observer.hurting), "zeros": .integer(observer.zeros),
          "excessKurtosis": .real(observer.excessKurtosis), "intervals": .integer(step.intervals),
          "tensors": .object(Dictionary(uniqueKeysWithValues: tensors)),
        ]
        lines += line.line + "\n"
      }
    }
    return lines
  }

  private var stepCount: Int { stage.allocation.stepCount }
}
