import { Label } from 'react-aria-components/Label';
import { Slider as AriaSlider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import './slider.css';

interface SliderProps {
  readonly label: string;
  /** What the value is called, position by position from the left. */
  readonly stops: readonly string[];
  /** Index into `stops`. */
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly isDisabled?: boolean;
}

/** A track bar with named stops: arrows, Page Up and Down, Home and End move it. */
export function Slider({ label, stops, value, onChange, isDisabled = false }: SliderProps) {
  return (
    <AriaSlider
      className="slider"
      value={value}
      minValue={0}
      maxValue={stops.length - 1}
      step={1}
      isDisabled={isDisabled}
      onChange={(next) => onChange(Number(next))}
    >
      <Label className="slider-label">{label}</Label>
      <SliderTrack className="slider-track">
        <SliderThumb className="slider-thumb" />
      </SliderTrack>
      <SliderOutput className="slider-output">{() => stops[value] ?? ''}</SliderOutput>
    </AriaSlider>
  );
}
