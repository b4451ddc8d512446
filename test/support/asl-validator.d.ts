declare module 'asl-validator' {
  /** The package has no types of its own; what the tests use of it. */
  export default function validate(definition: unknown): {
    readonly isValid: boolean;
    readonly errorsText: (separator?: string) => string;
  };
}
